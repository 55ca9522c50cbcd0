import { asStruct, readResponse, writeCall } from './wire.js';

/** The server that has served this page; no other can be called. */
export const ADDRESS = new URL('../RPC2', import.meta.url).href;

/**
 * Makes a call. What comes of it is what was sent and received, how long that took, and a value, a
 * fault or a failure.
 */
export async function call({ name, params }) {
  const request = writeCall({ name, params });
  const started = performance.now();
  try {
    const response = await fetch(ADDRESS, {
      method: 'POST',
      headers: { 'Content-Type': 'text/xml' },
      body: request,
      redirect: 'error',
    });
    const answer = await response.text();
    const exchange = {
      request,
      response: answer,
      status: `${response.status} ${response.statusText}`.trim(),
      milliseconds: performance.now() - started,
    };
    return { ...exchange, ...outcome(response, answer) };
  } catch (problem) {
    return { request, failure: `There was no answer: ${problem.message}.`, milliseconds: performance.now() - started };
  }
}

function outcome(response, answer) {
  if (!response.ok) {
    return { failure: answer.trim() };
  }
  try {
    return readResponse(answer);
  } catch (problem) {
    return { failure: problem.message };
  }
}

/** Makes many calls in one request. */
export function callAll(calls) {
  return call({ name: 'system.multicall', params: [{ type: 'array', value: calls.map(asStruct) }] });
}
