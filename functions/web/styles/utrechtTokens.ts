/**
 * The design tokens of the Utrecht components, in our own colours and measures (tokens.ts): so they are light and dark
 * with the page, and keep its contrast.
 */
export const utrechtTokens = `
:root {
  --utrecht-space-around: 1;
  --utrecht-focus-outline-color: var(--focus);
  --utrecht-focus-outline-style: solid;
  --utrecht-focus-outline-width: 3px;
  --utrecht-focus-outline-offset: 2px;
  --utrecht-pointer-target-min-size: 2.75rem;
  --utrecht-action-activate-cursor: pointer;
  --utrecht-action-submit-cursor: pointer;

  --utrecht-document-background-color: var(--ground);
  --utrecht-document-color: var(--text);
  --utrecht-document-font-family: var(--font);
  --utrecht-document-line-height: 1.5;

  --utrecht-heading-font-weight: 700;
  --utrecht-heading-1-font-size: clamp(1.5rem, 1.2rem + 1.5vw, 2.125rem);
  --utrecht-heading-2-font-size: clamp(1.25rem, 1.1rem + 0.75vw, 1.625rem);
  --utrecht-heading-3-font-size: 1.1875rem;
  --utrecht-heading-4-font-size: 1.0625rem;
  --utrecht-heading-1-line-height: 1.25;
  --utrecht-heading-2-line-height: 1.25;
  --utrecht-heading-3-line-height: 1.25;
  --utrecht-heading-4-line-height: 1.25;
  --utrecht-heading-1-margin-block-end: var(--space-2);
  --utrecht-heading-2-margin-block-end: var(--space-2);
  --utrecht-heading-3-margin-block-end: var(--space-2);
  --utrecht-heading-4-margin-block-end: var(--space-2);
  --utrecht-paragraph-margin-block-end: var(--space-2);
  --utrecht-unordered-list-padding-inline-start: 1.25rem;
  --utrecht-unordered-list-item-padding-inline-start: 0.25rem;
  --utrecht-unordered-list-marker-color: var(--line-strong);

  --utrecht-link-color: var(--link);
  --utrecht-link-visited-color: var(--link);
  --utrecht-link-hover-color: var(--link);
  --utrecht-link-active-color: var(--link);
  --utrecht-link-focus-color: var(--link);

  --utrecht-code-font-family: var(--font-fixed);
  --utrecht-code-font-size: 0.9375em;
  --utrecht-code-block-background-color: var(--group);
  --utrecht-code-block-font-family: var(--font-fixed);
  --utrecht-code-block-font-size: 0.875rem;
  --utrecht-code-block-margin-block-end: var(--space-2);
  --utrecht-code-block-margin-block-start: 0;
  --utrecht-code-block-padding-block-end: var(--space-2);
  --utrecht-code-block-padding-block-start: var(--space-2);
  --utrecht-code-block-padding-inline-end: var(--space-3);
  --utrecht-code-block-padding-inline-start: var(--space-3);

  --utrecht-table-caption-color: var(--text-quiet);
  --utrecht-table-caption-font-size: 0.875rem;
  --utrecht-table-caption-line-height: 1.5;
  --utrecht-table-caption-margin-block-end: var(--space-2);
  --utrecht-table-caption-text-align: start;
  --utrecht-table-cell-line-height: 1.5;
  --utrecht-table-cell-padding-block-end: var(--space-2);
  --utrecht-table-cell-padding-block-start: var(--space-2);
  --utrecht-table-cell-padding-inline-end: var(--space-2);
  --utrecht-table-cell-padding-inline-start: var(--space-2);
  --utrecht-table-header-border-block-end-color: var(--line-strong);
  --utrecht-table-header-border-block-end-width: 2px;
  --utrecht-table-header-cell-font-weight: 600;
  --utrecht-table-row-border-block-end-color: var(--line);
  --utrecht-table-row-border-block-end-width: 1px;

  --utrecht-form-control-background-color: var(--surface);
  --utrecht-form-control-border-color: var(--line-strong);
  --utrecht-form-control-border-radius: var(--radius);
  --utrecht-form-control-border-width: 1px;
  --utrecht-form-control-color: var(--text);
  --utrecht-form-control-focus-background-color: var(--surface);
  --utrecht-form-control-focus-border-color: var(--focus);
  --utrecht-form-control-focus-color: var(--text);
  --utrecht-form-control-hover-background-color: var(--surface);
  --utrecht-form-control-hover-color: var(--text);
  --utrecht-form-control-font-family: var(--font);
  --utrecht-form-control-font-size: 1rem;
  --utrecht-form-control-invalid-background-color: var(--surface);
  --utrecht-form-control-invalid-border-color: var(--stopped);
  --utrecht-form-control-invalid-color: var(--text);
  --utrecht-form-control-line-height: 1.5;
  --utrecht-form-control-max-inline-size: 100%;
  --utrecht-form-control-padding-block-end: var(--space-2);
  --utrecht-form-control-padding-block-start: var(--space-2);
  --utrecht-form-control-padding-inline-end: var(--space-2);
  --utrecht-form-control-padding-inline-start: var(--space-2);
  --utrecht-form-control-placeholder-color: var(--text-quiet);
  --utrecht-form-label-font-weight: 600;
  --utrecht-form-label-checkbox-font-weight: 400;
  --utrecht-form-label-radio-font-weight: 400;
  --utrecht-form-field-margin-block-end: var(--space-4);
  --utrecht-form-field-invalid-border-inline-start-color: var(--stopped);
  --utrecht-form-field-invalid-border-inline-start-width: 4px;
  --utrecht-form-field-invalid-padding-inline-start: var(--space-3);
  --utrecht-form-field-description-color: var(--text-quiet);
  --utrecht-form-field-description-font-size: 0.875rem;
  --utrecht-form-field-description-line-height: 1.5;
  --utrecht-form-field-description-margin-block-end: var(--space-1);
  --utrecht-form-field-error-message-color: var(--stopped);
  --utrecht-form-field-error-message-line-height: 1.5;
  --utrecht-form-field-error-message-margin-block-end: var(--space-1);

  --utrecht-button-background-color: var(--link);
  --utrecht-button-border-color: var(--link);
  --utrecht-button-border-radius: var(--radius);
  --utrecht-button-border-width: 2px;
  --utrecht-button-color: var(--ground);
  --utrecht-button-font-size: 1rem;
  --utrecht-button-font-weight: 600;
  --utrecht-button-line-height: 1.5;
  --utrecht-button-max-inline-size: 100%;
  --utrecht-button-min-block-size: 2.75rem;
  --utrecht-button-padding-block-end: var(--space-2);
  --utrecht-button-padding-block-start: var(--space-2);
  --utrecht-button-padding-inline-end: var(--space-3);
  --utrecht-button-padding-inline-start: var(--space-3);

  --utrecht-skip-link-background-color: var(--surface);
  --utrecht-skip-link-color: var(--link);
  --utrecht-skip-link-padding-inline-end: var(--space-3);
  --utrecht-skip-link-padding-inline-start: var(--space-3);
  --utrecht-skip-link-text-decoration: underline;
  --utrecht-skip-link-z-index: 1;
  --utrecht-page-header-background-color: var(--header);
  --utrecht-page-header-color: var(--header-text);
  --utrecht-page-header-content-max-inline-size: var(--page-width);
  --utrecht-page-header-content-padding-block-end: var(--space-2);
  --utrecht-page-header-content-padding-block-start: var(--space-2);
  --utrecht-page-header-content-padding-inline: var(--space-3);
  --utrecht-page-body-content-max-inline-size: var(--page-width);
  --utrecht-page-body-content-padding-block-end: var(--space-5);
  --utrecht-page-body-content-padding-block-start: var(--space-4);
  --utrecht-page-body-content-padding-inline-end: var(--space-3);
  --utrecht-page-body-content-padding-inline-start: var(--space-3);
  --utrecht-page-footer-color: var(--text-quiet);
  --utrecht-page-footer-content-max-inline-size: var(--page-width);
  --utrecht-page-footer-content-padding-inline: var(--space-3);

  --utrecht-status-badge-border-radius: 1rem;
  --utrecht-status-badge-border-width: 1px;
  --utrecht-status-badge-font-size: 0.875rem;
  --utrecht-status-badge-font-weight: 600;
  --utrecht-status-badge-line-height: 1.4;
  --utrecht-status-badge-padding-block: 0.05rem;
  --utrecht-status-badge-padding-inline: 0.5rem;
  --utrecht-status-badge-safe-background-color: var(--done-ground);
  --utrecht-status-badge-safe-border-color: var(--done);
  --utrecht-status-badge-safe-color: var(--done);
  --utrecht-status-badge-active-background-color: var(--active-ground);
  --utrecht-status-badge-active-border-color: var(--active);
  --utrecht-status-badge-active-color: var(--active);
  --utrecht-status-badge-neutral-background-color: var(--waiting-ground);
  --utrecht-status-badge-neutral-border-color: var(--waiting);
  --utrecht-status-badge-neutral-color: var(--waiting);
  --utrecht-status-badge-warning-background-color: var(--warning-ground);
  --utrecht-status-badge-warning-border-color: var(--warning);
  --utrecht-status-badge-warning-color: var(--warning);
  --utrecht-status-badge-danger-background-color: var(--stopped-ground);
  --utrecht-status-badge-danger-border-color: var(--stopped);
  --utrecht-status-badge-danger-color: var(--stopped);

  --utrecht-alert-border-radius: var(--radius);
  --utrecht-alert-padding-block-end: var(--space-3);
  --utrecht-alert-padding-block-start: var(--space-3);
  --utrecht-alert-padding-inline-end: var(--space-3);
  --utrecht-alert-padding-inline-start: var(--space-3);
  --utrecht-alert-margin-block-end: var(--space-3);
  --utrecht-alert-error-background-color: var(--surface);
  --utrecht-alert-error-border-color: var(--stopped);
  --utrecht-alert-error-border-width: 1px 1px 1px 5px;
  --utrecht-alert-error-color: var(--text);

  --utrecht-data-list-margin-block-end: var(--space-2);
  --utrecht-data-list-item-key-color: var(--text-quiet);
  --utrecht-data-list-item-key-font-size: 0.875rem;
  --utrecht-data-list-item-value-line-height: 1.5;
  --utrecht-data-list-rows-gap: var(--space-3);
  --utrecht-data-list-rows-item-padding-block-end: var(--space-1);
  --utrecht-data-list-rows-item-padding-block-start: var(--space-1);
}
`;
