/** Text inside HTML or XML, and inside their quoted attributes; control characters that XML forbids are left out. */
export const escaped = (text: string): string =>
  text.replace(FORBIDDEN, '').replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

// What XML 1.0 does not allow at all, escaped or not.
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** An element; its content is markup already. */
export const element = (name: string, content: string, attributes: Readonly<Record<string, string>> = {}): string => {
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  return `<${name}${given.join('')}>${content}</${name}>`;
};

/** A row of a table; cells are markup already. */
export const tableRow = (cells: readonly string[], cell: 'td' | 'th' = 'td'): string =>
  element('tr', cells.map((content) => element(cell, content)).join(''));
