import { policyIndexPage, policyPage } from '../src/rules/policy/sheet/page.ts';
import { policyBook } from '../src/platform/workspace/policies/policy-book.ts';

/** A page for every place whose policies ship, and the list of them: path below the project root → text. */
export const policyPages = (): (readonly [path: string, text: string])[] => {
  const places = policyBook().map(({ place, slug, folder, whole }) => ({ place, slug, folder, sheets: whole() }));
  return [
    ['docs/policies/README.md', policyIndexPage(places)],
    ...places.map((page) => [`docs/policies/${page.place}-${page.slug}.md`, policyPage(page)] as const),
  ];
};
