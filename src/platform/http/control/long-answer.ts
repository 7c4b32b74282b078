import type { ControlContext } from './control-env.ts';

/** So long a client waits without a sign, in milliseconds; most give up after five minutes. */
const QUIET = 5_000;

const UTF_8 = new TextEncoder();

const after = (milliseconds: number): Promise<undefined> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds, undefined).unref();
  });

/**
 * The answer to work that may take minutes. Done soon, it is answered as it is. Otherwise it begins with 200 and a
 * blank every few seconds, which JSON allows before a value, so that no client and no proxy takes it for dead; what can
 * be refused is refused before. Work that fails in the midst breaks the answer off.
 */
export const longAnswer = async (c: ControlContext, work: Promise<Response>, quiet = QUIET): Promise<Response> => {
  const soon = await Promise.race([work, after(quiet)]);
  if (soon) return soon;
  const { onDefect } = c.var.workspace.world();
  const late = work.catch((defect: unknown) => {
    onDefect(defect, 'control');
    throw defect;
  });
  return new Response(blanksUntil(late, quiet), { headers: { 'content-type': 'application/json' } });
};

const blanksUntil = (work: Promise<Response>, quiet: number): ReadableStream<Uint8Array> => {
  let gone = false;
  return new ReadableStream<Uint8Array>({
    start: (controller) => {
      const go = async (): Promise<void> => {
        for (;;) {
          const done = await Promise.race([work, after(quiet)]);
          if (gone) return;
          if (done) {
            controller.enqueue(new Uint8Array(await done.arrayBuffer()));
            controller.close();
            return;
          }
          controller.enqueue(UTF_8.encode(' '));
        }
      };
      go().catch((error: unknown) => {
        if (!gone) controller.error(error);
      });
    },
    cancel: () => {
      gone = true;
    },
  });
};
