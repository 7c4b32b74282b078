const ELSEWHERE = ['workspaces', 'fork', 'assignments'];

/**
 * Whether a path of the control API, its references replaced, stays in the scenario's own workspace: no way up, and
 * nothing that is about workspaces. Whatever stands in a file or an answer, nobody else's world is touched.
 */
export const staysInside = (path: string): boolean => {
  const [, ...parts] = (path.split('?')[0] ?? '').split('/').map(decoded);
  return (
    !ELSEWHERE.includes(parts[0] ?? '') && parts.every((part) => part !== undefined && !/^\.{0,2}$|[/\\]/.test(part))
  );
};

const decoded = (part: string): string | undefined => {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
};
