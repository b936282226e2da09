/**
 * Where the AWS console shows an execution. Only for the commercial partition: the consoles of China and GovCloud have
 * other addresses, and nothing of ours runs there.
 */
export function consoleAddress(executionArn: string): string | undefined {
  const [, partition, , region = ''] = executionArn.split(':');
  if (partition !== 'aws' || !/^[a-z]{2}(-[a-z]+)+-[0-9]$/.test(region)) return undefined;
  const place = `${region}.console.aws.amazon.com/states/home?region=${region}`;
  return `https://${place}#/v2/executions/details/${encodeURIComponent(executionArn)}`;
}
