import { bookRows } from '../../src/platform/cli/hunt/book-rows.ts';
import { openBook, csvOf } from '../../examples/his-window-ts/book.ts';
import { settlePatient } from '../../examples/his-window-ts/settle-patient.ts';
import type { Bug } from '../../examples/his-window-ts/window.ts';
import type { Driver } from '../../src/platform/features/hunt/driver.ts';

/** The example window as a driver inside the test: it waits on the workspace's clock, which stands. */
export const exampleWindow = (bug?: Bug, say: (text: string) => void = () => undefined): Driver => ({
  settle: async (setting, pass) => {
    const { base, workspace, hospital, card_no, card_sn, insuplc_admdvs, dise_codg, dise_name, boxes } = setting;
    const book = openBook();
    const window = {
      doors: `${base}/w/${workspace}`,
      ...hospital,
      timeoutMs: 1_500,
      book,
      now: () => setting.now,
      sleep: pass,
      say,
      ...(bug && { bug }),
      signNo: '',
      serial: 0,
    };
    const patient = { card_no, card_sn, insuplc_admdvs, dise_codg, dise_name, boxes };
    const { state, text } = await settlePatient(window, patient);
    return { ended: state !== 'unknown', text, book: bookRows(Buffer.from(csvOf(book.entries()))) };
  },
});
