import { writeFileSync } from 'node:fs';
import { test } from 'vitest';
import { composePage } from '../../../src/print/compose';
import { svgFile } from '../../../src/print/svg';
import { pdfFile } from '../../../src/print/pdf';
import { pageRequest, typesetter } from './request';
test('look', async () => {
  const type = typesetter();
  for (const [name, w] of Object.entries({
    na: { corridor: 'trans-siberian' },
    arctic: { projection: 'arctic', lang: 'ru', sheet: { landscape: false } },
    globe: { projection: 'globe', lang: 'zh', title: '北亚：口岸与走廊' },
    merc: { projection: 'mercator', lang: 'mn', sheet: { id: 'a3' }, points: [[105,45],[135,55]], title:'Монгол Өргөө' },
  } as never) as [string, never][]) {
    const t0 = process.cpuUsage().user;
    const page = composePage(await pageRequest(w), type);
    const t1 = process.cpuUsage().user;
    const svg = svgFile(page, type);
    writeFileSync(`/tmp/nv/scratch/print/${name}.svg`, svg);
    writeFileSync(`/tmp/nv/scratch/print/${name}.pdf`, await pdfFile(page, type));
    console.log(name, (t1 - t0) / 1000, svg.length, page.bar, [...type.missing].join(''), page.legendLeftOut);
  }
}, 120000);
