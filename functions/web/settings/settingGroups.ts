import { MOST_BYTES } from '../../domain/attachments/decisionList.ts';
import { LONGEST_NOTE, LONGEST_REFERENCE } from '../../domain/decision/answer.ts';
import { KEPT_DAYS } from '../../domain/intake/seenMessage.ts';
import { MOST_BODIES_IN_A_STAGE } from '../../domain/plan/schema.ts';
import { MOST_FAULTS } from '../../operations/resumeRound.ts';
import { LARGEST_FILE } from '../largestFile.ts';
import { sizeWords } from '../pages/sizeWords.ts';
import type { StageSettings } from './stageSettings.ts';

export interface Setting {
  readonly name: string;
  readonly value: string;
  /** Where it is changed, or why it is not. */
  readonly changed: string;
}

export interface SettingGroup {
  readonly title: string;
  readonly settings: readonly Setting[];
}

const IN_CODE = 'vast in de code';
const AT_DEPLOYMENT = (name: string) => `${name}, bij cdk deploy`;

/** Everything a stage is set to, with for each where it is changed. */
export function settingGroups(stage: string, settings: StageSettings): SettingGroup[] {
  const { region, version, portalUrl, senderAddress, issuer, clientId, mailClaim } = settings;
  const setting = (name: string, value: string, changed: string): Setting => ({ name, value, changed });
  return [
    {
      title: 'Omgeving',
      settings: [
        setting('Naam', stage, AT_DEPLOYMENT('STAGE')),
        setting('AWS-regio', region, AT_DEPLOYMENT('AWS_REGION of het AWS-profiel')),
        setting('Versie', version, 'een nieuwe versie uitrollen met cdk deploy'),
        setting('Adres van het portaal', portalUrl, AT_DEPLOYMENT('PORTAL_URL')),
        setting('Afzender van mails', senderAddress, AT_DEPLOYMENT('SENDER_ADDRESS')),
      ],
    },
    {
      title: 'Aanmelden en lezen',
      settings: [
        setting('Aanmelddienst', issuer, AT_DEPLOYMENT('OIDC_ISSUER')),
        setting('Daar bekend als', clientId, AT_DEPLOYMENT('OIDC_CLIENT_ID')),
        setting(
          'Adres van een persoon uit',
          mailClaim ?? 'email, mits bevestigd',
          AT_DEPLOYMENT('OIDC_MAIL_CLAIM'),
        ),
        setting(
          'Wie zonder rol mag lezen',
          settings.anonymousMayRead ? 'iedereen, ook zonder aanmelden' : 'niemand',
          'infra/config.ts; alleen de lokale cloud laat iedereen lezen',
        ),
        setting('Wie wat mag', 'zie Rollen op de pagina Beheer', 'besluitketen roles grant en roles revoke'),
      ],
    },
    {
      title: 'Bewaartermijnen',
      settings: [
        setting('Besluiten en logboek', 'blijvend', 'zij worden nooit gewist'),
        setting('Technische logs', `${settings.logRetentionDays} dagen`, 'infra/config.ts, logRetentionDays'),
        setting('Gelezen berichten van systemen', `${KEPT_DAYS} dagen`, IN_CODE),
        setting('Onbestelbare berichten', '14 dagen', 'de langste termijn van Amazon SQS'),
        setting(
          'Geschiedenis van uitvoeringen',
          '90 dagen na hun einde',
          'een termijn van AWS Step Functions',
        ),
      ],
    },
    {
      title: 'Grenzen',
      settings: [
        setting('Hervattingen zonder mens, per stap', String(MOST_FAULTS), IN_CODE),
        setting('Organen in één stap', String(MOST_BODIES_IN_A_STAGE), IN_CODE),
        setting('Toelichting bij een antwoord', `${LONGEST_NOTE} tekens`, IN_CODE),
        setting('Kenmerk bij een antwoord', `${LONGEST_REFERENCE} tekens`, IN_CODE),
        setting('Besluitenlijst', `PDF van ten hoogste ${sizeWords(MOST_BYTES)}`, IN_CODE),
        setting(
          'Bestand om op te halen',
          `ten hoogste ${LARGEST_FILE / 1_000_000} MB`,
          'een grens van AWS Lambda',
        ),
        setting(
          'Berichten per bron',
          'zie de pagina van elke bron',
          'besluitketen sources add --most-per-minute',
        ),
      ],
    },
  ];
}
