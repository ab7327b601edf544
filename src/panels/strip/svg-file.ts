const SVG = 'http://www.w3.org/2000/svg';

/** A drawing of the page as a file of its own: without what only a page can do. */
export function svgFile(element: SVGSVGElement): string {
  const copy = element.cloneNode(true) as SVGSVGElement;
  for (const part of [copy, ...copy.querySelectorAll('*')]) {
    for (const name of part.getAttributeNames())
      if (/^(role|tabindex|class|style|aria-|data-)/.test(name)) part.removeAttribute(name);
  }
  // Marks of where nodes were put in and taken out are of no use to others.
  const comments = document.createNodeIterator(copy, NodeFilter.SHOW_COMMENT);
  const found: Node[] = [];
  for (let node = comments.nextNode(); node; node = comments.nextNode()) found.push(node);
  for (const node of found) node.parentNode?.removeChild(node);
  const title = document.createElementNS(SVG, 'title');
  title.textContent = element.getAttribute('aria-label');
  copy.prepend(title);
  copy.setAttribute('xmlns', SVG);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}\n`;
}
