import { announce, button } from './dom.js';

/** Copies text, where the browser lets a page do that, and says so on the button. */
async function copy(text, pressed) {
  const label = pressed.textContent;
  try {
    await navigator.clipboard.writeText(text);
    pressed.textContent = 'Copied';
    announce('Copied');
  } catch {
    pressed.textContent = 'Select it to copy';
    announce('This browser does not let the page copy');
  }
  setTimeout(() => {
    pressed.textContent = label;
  }, 1500);
}

/** A button that copies what the text is when it is pressed. */
export function copying(what, text) {
  return button('Copy', {
    class: 'plain',
    'aria-label': `Copy the ${what.toLowerCase()}`,
    onclick: (event) => copy(text(), event.target),
  });
}
