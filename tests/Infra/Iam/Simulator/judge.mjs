// Reads cases on standard input, one JSON document: { policies: [document], cases: [case] }, where a case names its policies by their numbers.
// Answers on standard output with one JSON document: for each case { result, ignored } or { error }.
import { anonymousPrincipal, runSimulation } from '@cloud-copilot/iam-simulate';

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const { policies, cases } = JSON.parse(Buffer.concat(chunks).toString('utf8'));

async function judge({ principal, action, resource, account, context, identity, resourcePolicy }) {
  const answer = await runSimulation(
    {
      request: {
        principal: principal ?? anonymousPrincipal,
        action,
        resource: { resource, accountId: account },
        contextVariables: context,
      },
      identityPolicies: identity.map((number) => ({ name: `${number}`, policy: policies[number] })),
      serviceControlPolicies: [],
      resourceControlPolicies: [],
      resourcePolicy: resourcePolicy === null ? undefined : policies[resourcePolicy],
    },
    {},
  );
  if (answer.resultType !== 'single') return { error: answer.errors?.message ?? answer.resultType, detail: answer.errors };
  return { result: answer.overallResult, ignored: answer.result.ignoredContextKeys ?? [] };
}

const answers = [];
for (const one of cases) answers.push(await judge(one));
process.stdout.write(JSON.stringify(answers));
