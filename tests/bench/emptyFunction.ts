import { runCommand } from './runCommand.ts';

const NAME = 'bench-empty';
/** It writes a line, as ours do: where there is none the local cloud waits 50 ms for one. */
const CODE = `export const handler = async () => {
  console.log('{}');
  return { statusCode: 204 };
};
`;
/** Of the standard library, which the local cloud itself needs too: Node has no zip of its own. */
const ZIP = `import base64, io, sys, zipfile
held = io.BytesIO()
with zipfile.ZipFile(held, 'w') as archive: archive.writestr('index.mjs', sys.argv[1])
print(base64.b64encode(held.getvalue()).decode())`;

/** A function that does nothing, of the same size and runtime as ours; gives its name. */
export async function createEmptyFunction(endpoint: string): Promise<string> {
  const zip = (await runCommand('python3', ['-c', ZIP, CODE], process.cwd())).trim();
  const answer = await fetch(`${endpoint}/2015-03-31/functions`, {
    method: 'POST',
    body: JSON.stringify({
      FunctionName: NAME,
      Runtime: 'nodejs24.x',
      Role: 'arn:aws:iam::000000000000:role/none',
      Handler: 'index.handler',
      MemorySize: 256,
      Timeout: 10,
      Code: { ZipFile: zip },
    }),
  });
  if (!answer.ok) throw new Error(`no empty function: ${answer.status} ${await answer.text()}`);
  return NAME;
}
