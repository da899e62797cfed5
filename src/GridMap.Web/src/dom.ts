/** Makes elements. */

export type Child = Node | string | null;

/** An element with a class and children; texts are never read as HTML. */
export function element(tag: string, className: string, ...children: Child[]): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.append(...children.filter((c) => c !== null));
  return made;
}
