/** What is wrong with an XML text: a tag that closes no other, a sign that must be escaped. */
export const wellFormed = (xml: string): string | undefined => {
  const open: string[] = [];
  const body = xml.replace(/^<\?xml [^?]*\?>/, '');
  for (const [token, closing, name, attributes = '', text] of body.matchAll(TOKEN)) {
    if (name === undefined) {
      if (/[<>]|&(?!#\d+;)/.test(text ?? token)) return `text: ${token}`;
    } else if (closing === '/') {
      if (open.pop() !== name) return `closes what is not open: ${token}`;
    } else {
      if (!ATTRIBUTES.test(attributes)) return `attributes: ${token}`;
      open.push(name);
    }
  }
  return open.length === 0 ? undefined : `not closed: ${open.join(' ')}`;
};

const TOKEN = /<(\/?)([a-z]+)((?:\s[^<>]*)?)>|([^<]+|<)/g;
const ATTRIBUTES = /^(?:\s[a-z]+="(?:[^<>&"]|&#\d+;)*")*$/;
