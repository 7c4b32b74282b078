import type { Settlement } from '../../../domain/settlement.ts';
import type { UploadedLine } from '../../../domain/visit.ts';
import type { Workspace } from '../../../sandbox.ts';

type World = ReturnType<Workspace['world']>;

/** A fee line as it was split, with the name that the catalogue of the place of treatment has for it. */
export type NamedLine = UploadedLine & { readonly name?: string };

/**
 * How a settlement came about; every amount in 分, ratios in 1/10,000, quantities in 1/10,000, prices in 1/1,000,000
 * 元.
 */
export type Explanation = {
  readonly settlement: Omit<Settlement, 'explanation'>;
  readonly fixmedins_name: string;
  /** What the insured place reckoned, step by step; none for a refund, which only turns the signs of its settlement. */
  readonly steps: Settlement['explanation'];
  /**
   * The lines that were settled; none where they have been withdrawn since, or where a province settled without
   * lines.
   */
  readonly lines: readonly NamedLine[];
};

/** Puts together what the insured place's book and the treatment place's batch say of a settlement. */
export const explanationOf = ({ store: { reader } }: World, setl_id: string): Explanation | undefined => {
  const treatment = reader.settlement('treatment', setl_id);
  const found = reader.settlement('insured', setl_id) ?? treatment;
  if (!found) return undefined;
  const { explanation, ...settlement } = found;
  const { fixmedins_code, mdtrtarea } = settlement;
  return {
    settlement: { ...settlement, ...(treatment?.chrg_bchno !== undefined && { chrg_bchno: treatment.chrg_bchno }) },
    fixmedins_name: reader.institution(fixmedins_code)?.fixmedins_name ?? fixmedins_code,
    steps: explanation,
    lines: settledLines(reader, treatment).map((line) => {
      const name = reader.item(mdtrtarea, line.med_list_codg)?.name;
      return { ...line, ...(name !== undefined && { name }) };
    }),
  };
};

/** The batch number may have been used again for other lines since: its revision tells. */
const settledLines = (reader: World['store']['reader'], treatment: Settlement | undefined): readonly UploadedLine[] => {
  if (treatment?.chrg_bchno === undefined) return [];
  const batch = reader.batch(treatment.mdtrt_id, treatment.chrg_bchno);
  return batch?.revision === treatment.batchRevision ? (batch?.lines ?? []) : [];
};
