import { fail, ok, type Result } from '../../../kernel/result.ts';
import type { CodeWish, IssuedCode } from '../../../virtual-devices/media/qr-code.ts';
import { showCode, type Workspace } from '../../sandbox.ts';

/** A code that somebody shows at a device is one of the credential door's: there is no other book of them. */
export const issueCode = async (
  workspace: Workspace,
  { person, by, variant }: CodeWish,
): Promise<Result<IssuedCode, string>> => {
  const kind = variant === 'good' ? 'valid' : variant;
  const shown = await showCode(workspace.world(), { persona: person, kind, ...(by !== undefined && { shownBy: by }) });
  if (!shown.ok) return fail(shown.error.map(({ message }) => message).join('；'));
  const { code, until } = shown.value.shown;
  return ok({ text: code, until });
};
