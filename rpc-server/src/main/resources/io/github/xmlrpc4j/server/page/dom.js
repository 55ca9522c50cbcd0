/**
 * Creates an element. Children are nodes or text; text never becomes markup.
 * A function among the attributes listens to the event that it is named after.
 */
export function element(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      node.addEventListener(key.slice(2), value);
    } else if (value !== false) {
      node.setAttribute(key, value === true ? '' : value);
    }
  }
  node.append(...children);
  return node;
}

/** A button that is no submit button. */
export function button(label, attributes, ...children) {
  return element('button', { type: 'button', ...attributes }, label, ...children);
}

/** Code that can be scrolled by keyboard. */
export function codeBlock(label, ...children) {
  return element('pre', { tabindex: '0', role: 'group', 'aria-label': label }, element('code', {}, ...children));
}

const announcer = element('p', { class: 'quiet', role: 'status' });
document.body.append(announcer);

/** Says something to those who do not see the page. */
export function announce(text) {
  announcer.textContent = text;
}
