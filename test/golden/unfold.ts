/** A token of JSON: a text, a bracket, a comma, or whatever else stands between them. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[[\]{},]|[^"[\]{},]+/g;

const INDENT = '  ';

/**
 * One line of JSON as many lines, one member each. Every byte of it stays as it is, so two texts unfold alike only when
 * they are equal: what is new are line breaks and indents, and nothing inside a text is touched.
 */
export const unfold = (json: string): string => {
  const tokens = json.match(TOKEN) ?? [];
  let depth = 0;
  const newLine = () => `\n${INDENT.repeat(depth)}`;
  const opens = (token: string | undefined) => token === '{' || token === '[';
  const closes = (token: string | undefined) => token === '}' || token === ']';
  return tokens
    .map((token, index) => {
      if (opens(token)) depth += 1;
      if (closes(token)) depth -= 1;
      if (closes(token)) return opens(tokens[index - 1]) ? token : newLine() + token;
      const breaks = token === ',' || (opens(token) && !closes(tokens[index + 1]));
      return breaks ? token + newLine() : token;
    })
    .join('');
};
