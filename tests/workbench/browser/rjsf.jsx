// How react-jsonschema-form draws the schemas in the tests.
import { getDefaultRegistry } from "@rjsf/core";
import { customizeValidator } from "@rjsf/validator-ajv8";
import Ajv2020 from "ajv/dist/2020";
import { useEffect, useState } from "react";

const Standard = getDefaultRegistry().fields.ObjectField;

// An object with any content is entered as JSON: RJSF would ask for it key by key, and cannot ask for lists in it.
function ObjectField(props) {
  return props.schema.additionalProperties ? (
    <Json {...props} />
  ) : (
    <Standard {...props} />
  );
}

function Json({ schema, formData, onChange, fieldPathId, name, required }) {
  const written =
    formData === undefined ? "" : JSON.stringify(formData, null, 2);
  const [text, setText] = useState(written);
  const [fault, setFault] = useState("");
  useEffect(() => {
    if (!fault) setText(written);
  }, [written]);
  const changed = (value) => {
    setText(value);
    try {
      onChange(value.trim() ? JSON.parse(value) : undefined, fieldPathId.path);
      setFault("");
    } catch (error) {
      setFault(error.message);
    }
  };
  return (
    <div className="rjsf-field json">
      <label className="control-label" htmlFor={fieldPathId.$id}>
        {name}
        {required && <span className="required">*</span>}
      </label>
      <p className="field-description">{schema.description}</p>
      <textarea
        id={fieldPathId.$id}
        rows={Math.min(12, text.split("\n").length + 1)}
        value={text}
        placeholder="JSON"
        onChange={(event) => changed(event.target.value)}
      />
      {fault && <p className="fault">{fault}</p>}
    </div>
  );
}

export const settings = {
  validator: customizeValidator({ AjvClass: Ajv2020 }),
  fields: { ObjectField },
  // Fields that nobody filled in stay out of the data: no empty sections, no constants, no defaults of Klaviyo.
  experimental_defaultFormStateBehavior: {
    emptyObjectFields: "skipDefaults",
    constAsDefaults: "never",
  },
  // The browser would ask for the required fields of optional sections that nobody filled in.
  noHtml5Validate: true,
  // For values of any type.
  useFallbackUiForUnsupportedType: true,
};
