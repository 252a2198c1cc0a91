/**
 * A stand-in for fetch that gives the answers in turn and notes each call.
 * An answer is [status, body] or [status, body, headers], or an Error to throw.
 */
export function answering(...answers) {
  const fetch = async (url, options) => {
    fetch.calls.push({ url, ...options });
    const answer = answers[Math.min(fetch.calls.length, answers.length) - 1];
    if (answer instanceof Error) throw answer;
    const [status, body, headers = {}] = answer;
    return new Response(JSON.stringify(body), { status, headers });
  };
  fetch.calls = [];
  return fetch;
}
