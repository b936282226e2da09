import * as z from 'zod';

export const sendMailsEnvironment = z.object({
  TABLE_NAME: z.string().min(1),
  SENDER_ADDRESS: z.email(),
  CONFIGURATION_SET: z.string().optional(),
});
export type SendMailsEnvironment = z.infer<typeof sendMailsEnvironment>;
