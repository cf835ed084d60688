// A file: as base64 in the arguments, or uploaded to the local server for the scripts that read files.
import {FileInput, Text} from '@mantine/core'
import {useState} from 'react'
import {formatNumber} from '../words'
import {type FieldProps, useForm} from './context'
import {useInput} from './inputs'

const toBase64 = (file: File): Promise<string> =>
    new Promise((resolve, reject) => {
        const reader = new FileReader()
        reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''))
        reader.onerror = () => reject(reader.error ?? new Error('The file cannot be read'))
        reader.readAsDataURL(file)
    })

export function FileField(props: FieldProps) {
    const {path, schema, value} = props
    const {change, upload} = useForm()
    const input = useInput(props)
    const [fault, setFault] = useState('')
    const isContent = schema.contentEncoding === 'base64'
    const choose = async (file: File | null) => {
        try {
            change(path, file ? await (isContent ? toBase64(file) : upload(file)) : undefined)
            setFault('')
        } catch (error) {
            setFault((error as Error).message)
        }
    }
    const text = typeof value === 'string' ? value : ''
    const bytes = Math.floor((text.replace(/=+$/, '').length * 3) / 4)
    const held = text && isContent ? `${formatNumber(bytes)} bytes` : text
    const clear = {clearable: Boolean(held), clearButtonProps: {'aria-label': `Remove ${props.label}`}}
    const look = {...input, ...clear, placeholder: 'Choose a file', error: fault || input.error}
    const shown = () => <Text size="sm">{held}</Text>
    return <FileInput {...look} valueComponent={shown} value={held ? new File([], held) : null} onChange={choose} />
}
