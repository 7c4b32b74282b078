/** Wire time: milliseconds of the machine, whatever the workspace's clock says. */
export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
