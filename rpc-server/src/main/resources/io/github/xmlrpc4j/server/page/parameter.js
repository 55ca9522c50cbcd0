import { button, element } from './dom.js';
import { TYPES, field } from './fields.js';

/** One parameter of a form: its type, its field, and what is wrong with it. */
export class Parameter {
  #types;
  #field;
  #number;
  #place = element('div', { class: 'field' });
  #problem;

  /** Creates a parameter; the expected types come first among those to choose from. */
  constructor(expected, id, onRemove) {
    this.#types = element('select', { class: 'types', onchange: () => this.#change() });
    this.#types.append(
      ...(expected.length > 0 ? [group('In the signatures', expected)] : []),
      ...(expected.length < TYPES.length ? [group('Others', TYPES.filter((type) => !expected.includes(type)))] : []),
    );
    this.#problem = element('p', { class: 'problem', id: `problem/${id}`, hidden: true });
    this.removal = button('×', { class: 'remove', onclick: onRemove });
    this.element = element('li', { class: 'parameter' }, this.#types, this.#place, this.removal, this.#problem);
  }

  /** Tells the parameter where it stands, from 1 on. */
  set number(number) {
    this.#number = number;
    this.#types.setAttribute('aria-label', `Type of parameter ${number}`);
    this.removal.setAttribute('aria-label', `Remove parameter ${number}`);
    if (this.#field) {
      this.#field.element.setAttribute('aria-label', `Parameter ${number}`);
    } else {
      this.#change();
    }
  }

  focus() {
    this.#types.focus();
  }

  /** The value, or undefined where there is none; then the field says why. */
  async read() {
    const input = this.#field.element;
    try {
      const value = await this.#field.read();
      this.#problem.hidden = true;
      input.removeAttribute('aria-invalid');
      return value;
    } catch (problem) {
      this.#problem.textContent = problem.message;
      this.#problem.hidden = false;
      input.setAttribute('aria-invalid', 'true');
      input.setAttribute('aria-describedby', this.#problem.id);
      return undefined;
    }
  }

  /** Goes to what is wrong. */
  focusField() {
    this.#field.element.focus();
  }

  #change() {
    const before = this.#field?.element;
    const isText = before?.matches('textarea, input[type=text]');
    this.#problem.hidden = true;
    this.#field = field(this.#types.value, `Parameter ${this.#number}`, isText ? before.value : '');
    this.#place.replaceChildren(this.#field.element);
  }
}

function group(label, types) {
  return element('optgroup', { label }, ...types.map((type) => element('option', {}, type)));
}
