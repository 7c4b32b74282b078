import { z } from 'zod';
import { scenarioForm } from './scenario-form.ts';
import { STEP_FORMS } from './step-forms.ts';

const TITLE = 'Kuasheng 场景文件';

/** The JSON Schema of a scenario's file, for editors: made from the forms that read it. */
export const scenarioSchema = (): object => {
  const { $schema, properties, ...head } = schemaOf(scenarioForm);
  const steps = { type: 'array', minItems: 1, items: { anyOf: Object.values(STEP_FORMS).map(stepSchema) } };
  return { $schema, title: TITLE, ...head, properties: { ...properties, steps } };
};

type Schema = { readonly $schema?: string; readonly properties?: object };

const schemaOf = (form: z.ZodType): Schema => z.toJSONSchema(form, { io: 'input', unrepresentable: 'any' });

const stepSchema = (form: z.ZodType): object => {
  const { $schema: _same, ...schema } = schemaOf(form);
  return schema;
};
