/** Every key of a shape; of a union the keys of all its members. */
type KeyOf<T> = T extends unknown ? keyof T & string : never;
type ValueOf<T, Key> = T extends unknown ? (Key extends keyof T ? Exclude<T[Key], undefined> : never) : never;

/** How each key of a value is said. A new key is said here or nothing compiles. */
type Phrases<T> = { readonly [Key in KeyOf<T>]: (value: ValueOf<T, Key>) => string };

/** Says a value part by part, in the order of its schema. */
export const parts =
  <T extends object>(phrases: Phrases<T>) =>
  (value: T): string => {
    const say = phrases as Readonly<Record<string, (part: unknown) => string>>;
    return Object.entries(value)
      .map(([key, part]) => say[key]?.(part) ?? key)
      .join('，');
  };
