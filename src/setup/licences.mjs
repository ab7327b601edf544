import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './install.mjs';

const packageOf = (dir) => JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8'));

/** Where Node finds a package that another one names. */
function findPackage(name, from) {
  for (let dir = from; dir.startsWith(ROOT.replace(/[/\\]$/, '')); dir = join(dir, '..')) {
    const candidate = join(dir, 'node_modules', name);
    if (existsSync(join(candidate, 'package.json'))) return candidate;
    if (dir === join(dir, '..')) break;
  }
  return undefined;
}

/** Every package that the page or the command may contain: the dependencies and theirs in turn. */
function packages() {
  const found = new Map();
  const queue = Object.keys(packageOf(ROOT).dependencies).map((name) => [name, ROOT]);
  while (queue.length > 0) {
    const [name, from] = queue.shift();
    const dir = findPackage(name, from);
    if (!dir || found.has(dir)) continue;
    const { version, license, author, homepage, dependencies = {} } = packageOf(dir);
    found.set(dir, { name, version, license, author, homepage, text: licenceText(dir) });
    for (const dependency of Object.keys(dependencies)) queue.push([dependency, dir]);
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function licenceText(dir) {
  const file = readdirSync(dir).find((name) => /^(licen[cs]e|copying)(\.|-|$)/i.test(name));
  return file ? readFileSync(join(dir, file), 'utf8').trim() : '';
}

const escape = (text) =>
  String(text ?? '').replace(
    /[&<>"]/g,
    (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c],
  );

function page() {
  const sections = packages().map(({ name, version, license, text }) => {
    const body = text ? `<pre>${escape(text)}</pre>` : '';
    return `<details><summary><b>${escape(name)}</b> ${escape(version)}, ${escape(
      typeof license === 'object' ? license?.type : license,
    )}</summary>${body}</details>`;
  });
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Licences - Northern Vector</title><link rel="stylesheet" href="./licences.css"></head>
<body><main><p><a href="./">Northern Vector</a></p>
<h1>Licences of the software</h1>
<p>Northern Vector is free software under the MIT licence. It contains the packages below, each under
its own licence. geojson-validation is under the LGPL; it is a file of its own beside the page, so
that it can be exchanged. The fonts are Noto, under the SIL Open Font License 1.1.</p>
${sections.join('\n')}
</main></body></html>
`;
}

/** A Vite plugin that writes licences.html beside the page. */
export function licencesPage() {
  return {
    name: 'licences-page',
    apply: 'build',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'licences.html', source: page() });
    },
  };
}
