declare module 'asl-validator' {
  /** The package has no types of its own; this is the part of its README that is used here. */
  export default function validate(definition: unknown): {
    readonly isValid: boolean;
    readonly errorsText: (separator?: string) => string;
  };
}
