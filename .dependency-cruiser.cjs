/**
 * Who may import whom. Paths are those of src/, so that the violating tree in test/boundaries/fixture obeys the same
 * rules. Node's own modules carry no path: `bare` rules forbid them too, the others let them pass.
 */
const KERNEL = '^src/kernel/';
const RULES = '^src/rules/';
const DOMAIN = '^src/platform/domain/';
const WIRE = '^src/platform/wire/';
const DISPATCH = '^src/platform/dispatch/';
const DEFINITION = '^src/platform/dispatch/definition\\.ts$';
const REFUSALS = '^src/platform/domain/(refusals|party)\\.ts$';
const SWITCH = '^src/platform/switch/';
const INNER = '^src/platform/(time|journal|faults)/';
const REMOTE = '^src/platform/remote/';
const WORKSPACE = '^src/platform/workspace/';
const PORT = '^src/platform/store/port(\\.ts$|/)';
const ADAPTER = '^src/platform/store/(?!port/|conformance/)[^/]+/';
const TRANSACTION = '^src/platform/transactions/[^/]+/[^/]+/';
const CATALOGUE = '^src/platform/transactions/catalogue\\.ts$';
const SANDBOX = '^src/platform/sandbox\\.ts$';
/** Where the package lies: whoever reads a file of it asks here. */
const ROOT = '^src/platform/project-root\\.ts$';
const REAL_PORTS = '^src/platform/time/real-ports\\.ts$';
const SHELL = '^src/platform/(http|cli)/';
const DEVICES = '^src/virtual-devices/';
const OVER_HTTP = '^src/platform/features/(scenario|acceptance/self-run|demo|hunt)(/|\\.ts$)';

const npm = (...names) => `(^|/)node_modules/(${names.join('|')})/`;
const ANY_PACKAGE = '(^|/)node_modules/';
const DRIVERS = npm('better-sqlite3', 'drizzle-orm', 'pg', '@electric-sql/pglite');

const forbid = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to });
/** These files may import what is listed and Node's own modules. */
const only = (name, path, allowed, comment) =>
  forbid(name, { path }, { pathNot: allowed, dependencyTypesNot: ['core'] }, comment);
/** These files may import what is listed and nothing else, Node's own modules included. */
const bare = (name, path, allowed, comment) => forbid(name, { path }, { pathNot: allowed }, comment);
/** Nothing but these files may import that. */
const reserved = (name, to, by, comment) => forbid(name, { path: '^src/', pathNot: by }, { path: to }, comment);

const pure = [
  bare('kernel-imports-nothing', KERNEL, KERNEL, 'The kernel stands alone.'),
  forbid(
    'rules-are-pure',
    { path: RULES, pathNot: '^src/rules/policy/' },
    { pathNot: [KERNEL, RULES] },
    'Rules see the kernel and each other: no packages, no files, no clock.',
  ),
  bare(
    'policy-parses-text',
    '^src/rules/policy/',
    [KERNEL, RULES, npm('zod', 'yaml')],
    'The policy loader takes text; the platform reads the files.',
  ),
  bare('domain-is-pure', DOMAIN, [KERNEL, RULES, DOMAIN], 'The domain is shared by transactions and switch.'),
  bare(
    'transaction-stands-alone',
    '^src/platform/transactions/([^/]+)/([^/]+)/',
    ['^src/platform/transactions/$1/$2/', KERNEL, RULES, DOMAIN, DEFINITION, PORT],
    'What two transactions share goes down into rules or domain. Files, time and network are not theirs.',
  ),
  bare(
    'catalogue-lists-definitions',
    CATALOGUE,
    ['^src/platform/transactions/[^/]+/[^/]+/definition\\.ts$', DEFINITION],
    'The catalogue is a list of definitions.',
  ),
];

const platform = [
  bare('store-port-is-types', PORT, [PORT, KERNEL, RULES, DOMAIN], 'The port says what a store does, not how.'),
  only(
    'adapter-knows-the-port',
    ADAPTER,
    [ADAPTER, PORT, KERNEL, DOMAIN, ROOT, ANY_PACKAGE],
    'An adapter stores values.',
  ),
  forbid(
    'adapter-takes-domain-types-only',
    { path: ADAPTER },
    { path: DOMAIN, dependencyTypesNot: ['type-only'] },
    'An adapter names the types of the domain and runs none of its code.',
  ),
  only(
    'switch-routes-by-injection',
    SWITCH,
    [SWITCH, KERNEL, RULES, DOMAIN, DISPATCH, PORT],
    'The switch is handed its dispatch; it knows no transaction.',
  ),
  forbid(
    'switch-and-features-take-dispatch-types-only',
    { path: '^src/platform/(switch|features)/' },
    { path: DISPATCH, pathNot: DEFINITION, dependencyTypesNot: ['type-only'] },
    'The pipeline is handed to them.',
  ),
  only(
    'remote-place-speaks-the-wire',
    REMOTE,
    [REMOTE, KERNEL, DOMAIN, WIRE, DISPATCH, PORT],
    'The way to a province writes and reads messages and decides nothing; dispatch is handed its answers.',
  ),
  forbid(
    'remote-takes-dispatch-types-only',
    { path: REMOTE },
    { path: DISPATCH, dependencyTypesNot: ['type-only'] },
    'The pipeline asks it, never the other way round.',
  ),
  only(
    'dispatch-knows-no-transaction',
    DISPATCH,
    [DISPATCH, KERNEL, WIRE, PORT, DOMAIN, ANY_PACKAGE],
    'Catalogue and faults are handed to dispatch.',
  ),
  forbid(
    'dispatch-decides-nothing',
    { path: DISPATCH },
    { path: DOMAIN, pathNot: REFUSALS, dependencyTypesNot: ['type-only'] },
    'The pipeline names the types of the domain and can refuse; it runs none of its rules.',
  ),
  only(
    'wire-reads-and-writes',
    WIRE,
    [WIRE, KERNEL, DEFINITION, ROOT, ANY_PACKAGE],
    'The wire turns text into values.',
  ),
  only(
    'feature-stays-beside-the-pipeline',
    '^src/platform/features/',
    ['^src/platform/features/', KERNEL, RULES, DOMAIN, DISPATCH, PORT, WIRE, ANY_PACKAGE],
    'Features read the books through the port; vouchers are files whose XML is read and written by its table.',
  ),
  only(
    'runner-speaks-http-only',
    OVER_HTTP,
    [OVER_HTTP, KERNEL, ANY_PACKAGE],
    'Scenarios, the self-run and the demo meet the sandbox as a HIS does.',
  ),
  only(
    'inner-part-knows-no-shell',
    INNER,
    [INNER, KERNEL, RULES, DOMAIN, WIRE, DEFINITION, PORT, ANY_PACKAGE],
    'Time, journal and faults are put together in workspaces.',
  ),
  only(
    'workspace-is-given-its-parts',
    WORKSPACE,
    [WORKSPACE, INNER, KERNEL, RULES, DOMAIN, WIRE, DISPATCH, SWITCH, PORT, ROOT, ANY_PACKAGE],
    'A workspace runs the pipeline; sandbox.ts hands it the store, the catalogue and the ports.',
  ),
  forbid('root-knows-no-shell', { path: SANDBOX }, { path: [SHELL, DEVICES, '^src/console/'] }, 'Doors open inwards.'),
];

const shells = [
  only(
    'http-goes-through-the-sandbox',
    '^src/platform/http/',
    ['^src/platform/http/', SANDBOX, CATALOGUE, WIRE, DEFINITION, DOMAIN, KERNEL, DEVICES, ROOT, ANY_PACKAGE],
    'Doors hand over bytes and answer with bytes.',
  ),
  only(
    'cli-goes-through-the-sandbox',
    '^src/platform/cli/',
    [SHELL, SANDBOX, CATALOGUE, WIRE, DEFINITION, DOMAIN, KERNEL, DEVICES, OVER_HTTP, ROOT, ANY_PACKAGE],
    'Commands use the sandbox, or speak HTTP to it. The shipped scenarios are files of the package.',
  ),
  only('devices-know-their-protocol', DEVICES, [DEVICES, KERNEL, ANY_PACKAGE], 'Readers and cards know no platform.'),
  bare('console-speaks-http', '^src/console/', ['^src/console/', ANY_PACKAGE], 'The page knows the control API only.'),
];

const reservations = [
  reserved('transactions-come-by-catalogue', TRANSACTION, [TRANSACTION, CATALOGUE], 'Ask the catalogue.'),
  reserved('catalogue-is-injected', CATALOGUE, [SANDBOX, SHELL], 'The composition root hands it on.'),
  reserved('sandbox-is-the-root', SANDBOX, SHELL, 'Whoever needs a part of it is given that part.'),
  reserved('adapter-is-injected', ADAPTER, [ADAPTER, SANDBOX], 'The composition root opens the store.'),
  reserved('real-ports-are-injected', REAL_PORTS, SANDBOX, 'Time and chance are arguments.'),
  reserved('network-is-injected', REMOTE, [REMOTE, SANDBOX], 'Who waits for a place does not know how it is reached.'),
  reserved('drivers-stay-in-adapters', DRIVERS, ADAPTER, 'Another database is another adapter.'),
  reserved('http-library-stays-outside', npm('hono', '@hono/[^/]+', 'ws'), [SHELL, DEVICES], 'Shells serve HTTP.'),
  reserved('commander-stays-in-cli', npm('commander'), '^src/platform/cli/', 'Only the CLI has commands.'),
];

const everywhere = [
  forbid('no-circular', { path: '^src/' }, { circular: true }, 'Two files that need each other are one, or three.'),
  forbid('no-unresolvable', { path: '^src/' }, { couldNotResolve: true }, 'The import names nothing.'),
  forbid('src-stands-alone', { path: '^src/' }, { path: '^(test|bench|scripts|examples|bin)/' }, 'It ships alone.'),
  forbid(
    'ships-its-dependencies',
    { path: '^src/', pathNot: '^src/console/' },
    { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    'What src imports is a dependency, not a devDependency. The console is built beforehand.',
  ),
];

module.exports = {
  forbidden: [...pure, ...platform, ...shells, ...reservations, ...everywhere],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
  },
};
