import { announce, button, element } from './dom.js';
import { call } from './endpoint.js';
import { Parameter } from './parameter.js';
import { code } from './code.js';
import { failure, outcome } from './result.js';

const COLLECT = 'Keeps the call for a multicall of several';

/** The form of one function: its parameters, the call, and what came of it. */
export class CallForm {
  #name;
  #signatures;
  #tray;
  #parameters = [];
  #created = 0;
  #list = element('ol', { class: 'parameters' });
  #result = element('div', { class: 'result' });

  /** Creates a form for a function of a name and signatures, the results' types first. */
  constructor(name, signatures, tray) {
    this.#name = name;
    this.#signatures = signatures;
    this.#tray = tray;
    this.element = element(
      'form',
      {
        class: 'call',
        'aria-label': `Call ${name}`,
        novalidate: true,
        onsubmit: (event) => {
          event.preventDefault();
          this.#call();
        },
        onkeydown: (event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            this.#call();
          }
        },
      },
      this.#list,
      element(
        'div',
        { class: 'actions' },
        button('Add a parameter', { class: 'plain', onclick: () => this.#add().focus() }),
        element('span', { class: 'space' }),
        ...(tray ? [button('Collect', { class: 'plain', title: COLLECT, onclick: () => this.#collect() })] : []),
        button('Code', { class: 'plain', onclick: () => this.#showCode() }),
        element('button', { type: 'submit', class: 'main' }, 'Call'),
      ),
      this.#result,
    );
    (signatures[0] ?? [name]).slice(1).forEach(() => this.#add());
  }

  /** Goes to the first field, or to the button where there is none. */
  focus() {
    (this.#parameters[0] ? this.#list : this.element).querySelector('.field > *, .main').focus();
  }

  #add() {
    const place = this.#parameters.length + 1;
    const expected = [...new Set(this.#signatures.map((signature) => signature[place]).filter(Boolean))];
    const parameter = new Parameter(expected, `${this.#name}/${this.#created++}`, () => this.#remove(parameter));
    this.#parameters.push(parameter);
    this.#list.append(parameter.element);
    this.#renumber();
    return parameter;
  }

  #remove(parameter) {
    const index = this.#parameters.indexOf(parameter);
    this.#parameters.splice(index, 1);
    parameter.element.remove();
    this.#renumber();
    (this.#parameters[Math.max(index - 1, 0)]?.removal ?? this.element.querySelector('.actions button')).focus();
  }

  #renumber() {
    this.#parameters.forEach((parameter, index) => {
      parameter.number = index + 1;
    });
  }

  /** The call that the fields say, or undefined where one of them says nothing sound. */
  async #read() {
    const params = await Promise.all(this.#parameters.map((parameter) => parameter.read()));
    const broken = params.indexOf(undefined);
    if (broken >= 0) {
      this.#parameters[broken].focusField();
      return undefined;
    }
    return { name: this.#name, params };
  }

  async #call() {
    await this.#show(async (read) => {
      this.#result.setAttribute('aria-busy', 'true');
      const exchange = await call(read);
      announce(exchange.failure ?? (exchange.fault ? `Fault ${exchange.fault.code}` : 'Answered'));
      return outcome(exchange);
    });
    this.#result.removeAttribute('aria-busy');
  }

  #showCode() {
    return this.#show((read) => code(read));
  }

  #collect() {
    return this.#show((read) => {
      this.#tray.add(read);
      announce(`Collected; ${this.#tray.size} in the multicall`);
      return [...this.#result.childNodes];
    });
  }

  /** Shows what is made of the call, or why nothing can be made of it. */
  async #show(made) {
    const read = await this.#read();
    if (!read) {
      return;
    }
    try {
      this.#result.replaceChildren(...(await made(read)));
    } catch (problem) {
      this.#result.replaceChildren(failure(problem.message));
    }
  }
}
