import { index, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { sql } from 'drizzle-orm';
import type { ChosenInstitution, Contribution, Filing, Person, Qualification } from '../../../domain/person.ts';

/** Insured persons 参保人; a person is found by number, certificate, card or token. */
export const person = sqliteTable(
  'person',
  {
    psn_no: text().primaryKey(),
    certno: text().notNull(),
    card_no: text(),
    ec_token: text(),
    /** Set for the persons that the sandbox introduces by name. */
    persona_id: text(),
    body: text({ mode: 'json' }).$type<Person>().notNull(),
  },
  (table) => [
    index('person_certno').on(table.certno),
    index('person_card_no')
      .on(table.card_no)
      .where(sql`card_no is not null`),
    index('person_ec_token')
      .on(table.ec_token)
      .where(sql`ec_token is not null`),
    index('person_persona')
      .on(table.persona_id)
      .where(sql`persona_id is not null`),
  ],
);

/** The person that a row belongs to: the first column of its key, so that a person's rows lie together. */
const ofPerson = () => ({
  psn_no: text()
    .notNull()
    .references(() => person.psn_no),
});

/** Filings for treatment elsewhere 异地就医备案. */
export const filing = sqliteTable(
  'filing',
  {
    ...ofPerson(),
    trt_dcla_detl_sn: text().notNull(),
    body: text({ mode: 'json' }).$type<Filing>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.psn_no, table.trt_dcla_detl_sn] })],
);

/** Recognised chronic diseases 门诊慢特病认定资格. */
export const qualification = sqliteTable(
  'qualification',
  {
    ...ofPerson(),
    trt_dcla_detl_sn: text().notNull(),
    body: text({ mode: 'json' }).$type<Qualification>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.psn_no, table.trt_dcla_detl_sn] })],
);

/** Institutions that a person chose 选择的定点医疗机构. A key may not hold NULL: no disease is the empty text. */
export const chosenInstitution = sqliteTable(
  'chosen_institution',
  {
    ...ofPerson(),
    insutype: text().notNull(),
    biz_appy_type: text().notNull(),
    opsp_dise_code: text().notNull(),
    fix_srt_no: text().notNull(),
    body: text({ mode: 'json' }).$type<ChosenInstitution>().notNull(),
  },
  ({ psn_no, insutype, biz_appy_type, opsp_dise_code, fix_srt_no }) => [
    primaryKey({ columns: [psn_no, insutype, biz_appy_type, opsp_dise_code, fix_srt_no] }),
  ],
);

/** Paid months 缴费记录. */
export const contribution = sqliteTable(
  'contribution',
  {
    ...ofPerson(),
    insutype: text().notNull(),
    poolarea_no: text().notNull(),
    accrym_begn: text().notNull(),
    accrym_end: text().notNull(),
    body: text({ mode: 'json' }).$type<Contribution>().notNull(),
  },
  ({ psn_no, insutype, poolarea_no, accrym_begn, accrym_end }) => [
    primaryKey({ columns: [psn_no, insutype, poolarea_no, accrym_begn, accrym_end] }),
  ],
);
