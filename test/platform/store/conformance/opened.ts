import { onTestFinished } from 'vitest';
import type { Store, Write } from '../../../../src/platform/store/port.ts';

/** Opens an empty store for one test. */
export type OpenStore = () => Store;

/** An empty store that is closed when the test is over. */
export const opened = (open: OpenStore): Store => {
  const store = open();
  onTestFinished(() => store.close());
  return store;
};

/** Everything in one transaction, acknowledged. */
export const commit = async (store: Store, ...writes: readonly Write[]): Promise<void> => {
  store.writer.begin();
  store.writer.apply(writes);
  await store.writer.commit();
};

/** An empty store in which this was committed. */
export const storeWith = async (open: OpenStore, ...writes: readonly Write[]): Promise<Store> => {
  const store = opened(open);
  await commit(store, ...writes);
  return store;
};
