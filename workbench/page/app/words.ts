// Names of the API, and numbers, as people write them.

const ABBREVIATIONS = 'ID IDs URL SMS UUID HTML CC BCC UTM JSON CSS API RCS MMS IP'.split(' ')

function word(part: string): string {
    const abbreviation = ABBREVIATIONS.find(name => name.toLowerCase() === part.toLowerCase())
    return abbreviation ?? (part === part.toUpperCase() ? part : part.toLowerCase())
}

/** A number with separators: 1,000. */
export const formatNumber = (number: number): string => number.toLocaleString('en')

/** `phone_number` is Phone number, `events-bulk-create` Events, `DateFilter` Date filter. */
export function words(name: string): string {
    const parts = name
        .replace(/[-_]bulk[-_](create|update|delete)s?$/, '')
        .replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ')
        .split(/[\s_-]+/)
    const text = parts.map(word).join(' ')
    return text.charAt(0).toUpperCase() + text.slice(1)
}
