// A page that renders a schema with react-jsonschema-form or JSON Forms and returns what the form submits.
import {
  materialCells,
  materialRenderers,
} from "@jsonforms/material-renderers";
import { JsonForms } from "@jsonforms/react";
import Form from "@rjsf/core";
import Ajv2020 from "ajv/dist/2020";
import addFormats from "ajv-formats";
import { Component } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { settings } from "./rjsf.jsx";

const stage = document.getElementById("stage");

class Boundary extends Component {
  state = {};
  static getDerivedStateFromError(error) {
    return { error };
  }
  componentDidCatch(error) {
    this.props.onError(error);
  }
  render() {
    return this.state.error ? null : this.props.children;
  }
}

const frame = () => new Promise(requestAnimationFrame);

// What is on the page: the kinds of its inputs, and the messages of a library that cannot draw a schema.
const inspect = () => ({
  inputs: [...stage.querySelectorAll("input, select, textarea")].map(
    (input) =>
      input.tagName.toLowerCase() + (input.type ? ` ${input.type}` : ""),
  ),
  unsupported:
    stage.innerText.match(
      /No applicable (renderer|cell) found|Unsupported field schema[^\n]*|Unknown field type[^\n]*/g,
    ) ?? [],
});

async function rendered(element) {
  stage.replaceChildren(document.createElement("div"));
  const root = createRoot(stage.firstChild);
  const errors = [];
  flushSync(() =>
    root.render(
      <Boundary onError={(error) => errors.push(String(error))}>
        {element}
      </Boundary>,
    ),
  );
  await frame();
  return { root, errors };
}

window.rjsf = async (schema, example) => {
  let submitted = null;
  const element = (
    <Form
      schema={schema}
      formData={example}
      {...settings}
      onSubmit={(event) => (submitted = event.formData)}
      onError={(errors) =>
        (submitted = { refused: errors.map((error) => error.stack) })
      }
    />
  );
  const { root, errors } = await rendered(element);
  stage.querySelector("button[type=submit]")?.click();
  await frame();
  const result = { submitted, errors, ...inspect() };
  root.unmount();
  return result;
};

window.jsonforms = async (schema, example) => {
  let submitted = null;
  let refused = [];
  let reported = () => {};
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  const changed = (event) => {
    submitted = event.data;
    refused = event.errors.map(
      (error) => `${error.instancePath} ${error.message}`,
    );
    reported();
  };
  const element = (
    <JsonForms
      schema={schema}
      data={example}
      renderers={materialRenderers}
      cells={materialCells}
      ajv={ajv}
      onChange={changed}
    />
  );
  const { root, errors } = await rendered(element);
  // JSON Forms reports its data a moment later.
  if (submitted === null)
    await Promise.race([
      new Promise((resolve) => (reported = resolve)),
      new Promise((resolve) => setTimeout(resolve, 1000)),
    ]);
  const result = {
    submitted: refused.length ? { refused } : submitted,
    errors,
    ...inspect(),
  };
  root.unmount();
  return result;
};
