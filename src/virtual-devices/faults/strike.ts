import type { Failure } from '../codes/return-codes.ts';
import type { SocialCard } from '../media/social-card.ts';

/** What a fault does to one command: the fault's kind with its parameters read. Every kind that a reader knows. */
export type Strike =
  | { readonly kind: 'no-card' }
  | { readonly kind: 'dirty-contact'; readonly failure: 'card-silent' | 'check-error' }
  | { readonly kind: 'command-fails'; readonly failure: Failure }
  | { readonly kind: 'library-missing' }
  | {
      readonly kind: 'removed-mid-read';
      readonly at: 'before-identity' | 'after-identity' | 'after-pin';
      readonly failure: 'card-silent' | 'card-withdrawn';
    }
  /** After its answer, another card lies in the reader. */
  | { readonly kind: 'card-swapped'; readonly card: SocialCard }
  | { readonly kind: 'pin-wrong' | 'pin-locked' | 'pin-timeout' | 'pin-cancelled' }
  | { readonly kind: 'reader-unplugged' }
  | { readonly kind: 'late-answer'; readonly ms: number }
  | { readonly kind: 'hang' }
  | { readonly kind: 'gbk-garbled' };
