import { announce, button, element } from './dom.js';
import { callAll } from './endpoint.js';
import { notation } from './highlight.js';
import { print } from './notation.js';
import { failure, outcomeOfMany, shownValue } from './result.js';
import { asFault } from './wire.js';

/** The calls that were collected, which go out as one. */
export class Tray {
  #calls = [];
  #count = element('summary', {});
  #list = element('ol', { class: 'collected' });
  #result = element('div', { class: 'result' });
  #details;

  constructor() {
    const actions = element(
      'div',
      { class: 'actions' },
      button('Clear', { class: 'plain', onclick: () => this.#clear() }),
      element('span', { class: 'space' }),
      button('Call all', { class: 'main', onclick: () => this.#call() }),
    );
    const content = element('div', { class: 'content' }, this.#list, actions, this.#result);
    this.#details = element('details', {}, this.#count, content);
    this.element = element('section', { class: 'tray', 'aria-label': 'Multicall', hidden: true }, this.#details);
  }

  get size() {
    return this.#calls.length;
  }

  add(call) {
    this.#calls.push(call);
    this.#show();
  }

  #remove(call) {
    this.#calls.splice(this.#calls.indexOf(call), 1);
    this.#show();
    this.#count.focus();
  }

  #clear() {
    this.#calls = [];
    this.#details.open = false;
    this.#show();
    document.getElementById('functions').focus();
  }

  #show() {
    this.element.hidden = this.size === 0;
    this.#count.textContent = `Multicall · ${this.size} ${this.size === 1 ? 'call' : 'calls'}`;
    this.#list.replaceChildren(...this.#calls.map((call) => this.#item(call)));
    this.#result.replaceChildren();
  }

  #item(call) {
    const text = `${call.name}(${call.params.map((param) => print(param)).join(', ')})`;
    const label = `Remove ${text}`;
    const removal = button('×', { class: 'remove', 'aria-label': label, onclick: () => this.#remove(call) });
    return element('li', {}, element('code', {}, ...notation(text)), removal);
  }

  async #call() {
    try {
      const exchange = await callAll(this.#calls);
      if (exchange.value) {
        this.#showEach(exchange.value.value);
      }
      announce(exchange.failure ?? (exchange.fault ? `Fault ${exchange.fault.code}` : `${this.size} answered`));
      this.#result.replaceChildren(...outcomeOfMany(exchange));
    } catch (problem) {
      this.#result.replaceChildren(failure(problem.message));
    }
  }

  /** Puts behind each call what came of it: an array of one value, or the struct of a fault. */
  #showEach(results) {
    [...this.#list.children].forEach((item, index) => {
      const fault = asFault(results[index]);
      item.querySelector('.said')?.remove();
      item.append(fault ? failure(`Fault ${fault.code}: ${fault.text}`) : shownValue(results[index].value[0]));
    });
  }
}
