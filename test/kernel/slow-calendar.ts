/** The Gregorian calendar as a child learns it: slow, and plain to see. */
export const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Days of a month (1–12). */
export const monthLength = (year: number, month: number): number => {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
};

const upTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1);

/** Every day of the years, `yyyy-MM-dd`, in order. */
export const everyDay = (from: number, to: number): string[] =>
  upTo(to - from + 1).flatMap((nth) => {
    const year = from + nth - 1;
    return upTo(12).flatMap((month) =>
      upTo(monthLength(year, month)).map(
        (day) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
      ),
    );
  });
