import type { GeoProjection } from 'd3-geo';
import type { FeatureCollection } from 'geojson';
import type { ComposedPage, PageRequest } from './compose';
import { graticuleIn, graticuleLabels, graticuleStep } from './graticule-lines';
import { drawGround, edges, path, type DrawnAt, type MapSource } from './ground';
import { discBoxes, insetGlobe } from './inset';
import { mappedPart, WINDOW } from './mapped';
import { paperProjection, paperZoom } from './paper-projection';
import { Taken } from './placement';
import { scaleBlock } from './scale-block';
import { boxPath, overlap, solid, type Box, type Shape } from './shapes';
import { subjectLineBoxes } from './subject-lines';
import { drawSymbols } from './symbols';
import type { Typesetter } from './typesetter';

/** Where in a frame the ground of the screen lies; `pixel` in points. */
export function mapIn({ source, view, screen }: PageRequest, frame: Box, pixel: number): DrawnAt {
  const zoom = paperZoom(view.zoom, screen, {
    width: frame.width / pixel,
    height: frame.height / pixel,
  });
  const projection = paperProjection(source.projection, { ...view, zoom }, frame, pixel);
  return { projection, zoom, pixel, frame };
}

/** The map in its frame with what stands on it: scale bar, overview, degrees around it. */
export function mapBlock(
  request: PageRequest,
  frame: Box,
  scale: number,
  pixel: number,
  type: Typesetter,
): { shapes: Shape[]; bar: ComposedPage['bar'] } {
  const { theme, source, words, furniture } = request;
  const at = mapIn(request, frame, pixel);
  const { projection } = at;
  const mapped = mappedPart(source, projection);
  const step = graticuleStep(projection, frame);
  const graticule = graticuleIn(projection, frame, step);
  const onPaper: MapSource = {
    ...source,
    features: (id): FeatureCollection | undefined =>
      id === 'graticule' ? graticule : source.features(id),
  };

  const inner = 3 * scale;
  const taken = new Taken({
    x: frame.x + inner,
    y: frame.y + inner,
    width: frame.width - 2 * inner,
    height: frame.height - 2 * inner,
  });
  const above: Shape[] = [];
  let bar: ComposedPage['bar'] = null;
  if (furniture.scale) {
    const made = scaleBlock(request, projection, frame, mapped, scale, type);
    above.push(...made.shapes);
    taken.take([made.box]);
    bar = made.bar;
  }
  if (furniture.inset) {
    const side = Math.min(78 * scale, frame.width * 0.2, frame.height * 0.25);
    const box = insetPlace(frame, side, 5 * scale, taken, subjectLineBoxes(source, at));
    taken.take(discBoxes(box));
    above.push(...insetGlobe(source.features('land'), projection, mapped, frame, box, theme));
  }
  const globe =
    source.projection === 'globe'
      ? [
          {
            kind: 'path' as const,
            d: path(projection, { type: 'Sphere' }) ?? '',
            fill: solid(theme.paper),
          },
        ]
      : [];
  const shapes: Shape[] = [
    {
      kind: 'group',
      name: 'map',
      clip: boxPath(frame),
      children: [
        // Where the data end there is paper: neither land nor sea.
        { kind: 'path', d: boxPath(frame), fill: solid(theme.halo) },
        ...globe,
        ...drawGround(onPaper, at),
        ...windowEdge(request, projection, scale),
        ...drawSymbols(onPaper, at, taken, type),
      ],
    },
    ...above,
    { kind: 'path', d: boxPath(frame), stroke: solid(theme.ink), width: 0.8 * scale },
    ...(furniture.graticule
      ? graticuleLabels(projection, frame, step, words.degree, 5.6 * scale, theme, type)
      : []),
  ];
  return { shapes, bar };
}

/** The corner of the frame, the lower right one first, where the overview hides least of the subject. */
function insetPlace(
  { x, y, width, height }: Box,
  side: number,
  gap: number,
  taken: Taken,
  subject: readonly Box[],
): Box {
  const [left, right] = [x + gap, x + width - side - gap];
  const [top, bottom] = [y + gap, y + height - side - gap];
  const corners = [
    { x: right, y: bottom },
    { x: right, y: top },
    { x: left, y: top },
    { x: left, y: bottom },
  ].map((corner): Box => ({ ...corner, width: side, height: side }));
  const hidden = (box: Box): number => subject.filter((line) => overlap(box, line)).length;
  const free = corners.filter((box) => taken.free([box]));
  return free.reduce(
    (best, box) => (hidden(box) < hidden(best) ? box : best),
    free[0] ?? corners[0]!,
  );
}

/** The edge of the data as a fine line: what lies beyond it is bare on purpose. */
function windowEdge(
  { source, theme }: PageRequest,
  projection: GeoProjection,
  scale: number,
): Shape[] {
  return (source.features(WINDOW)?.features ?? []).flatMap(({ geometry }): Shape[] => {
    const lines = edges(geometry);
    const d = lines && path(projection, lines);
    return d ? [{ kind: 'path', d, stroke: solid(theme.inkFaint), width: 0.6 * scale }] : [];
  });
}
