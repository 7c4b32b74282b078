import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  authenticationData,
  cardAccepts,
  cardChallenge,
  cardProof,
  proofHolds,
} from '../../src/kernel/card-authentication.ts';

const OWN = { card_sn: '320100D15600000500FFFF0000000005' };
const OTHER = { card_sn: '320100D15600000500FFFF0000000006' };

describe('a card without a PSAM', () => {
  it('accepts the data that answer its own challenge, every time', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (card_sn, random) => {
        const challenge = cardChallenge({ card_sn }, random);
        expect(cardAccepts({ card_sn }, challenge, authenticationData(challenge))).toBe(true);
      }),
    );
  });

  it('hands out other data each time, and never those of another card', () => {
    const first = cardChallenge(OWN, '1');
    expect(cardChallenge(OWN, '1')).toEqual(first);
    expect(cardChallenge(OWN, '2').internalInfo).not.toBe(first.internalInfo);
    expect(cardChallenge(OTHER, '1').internalInfo).not.toBe(first.internalInfo);
  });

  it('accepts no data of another card, of another challenge, or that were changed on the way', () => {
    const challenge = cardChallenge(OWN, '1');
    const answer = authenticationData(challenge);
    expect(cardAccepts(OTHER, challenge, answer)).toBe(false);
    expect(cardAccepts(OWN, challenge, authenticationData({ ...challenge, ...OTHER }))).toBe(false);
    expect(cardAccepts(OWN, challenge, authenticationData(cardChallenge(OWN, '2')))).toBe(false);
    expect(cardAccepts(OWN, challenge, { ...answer, internal: answer.external })).toBe(false);
    expect(cardAccepts(OWN, challenge, { ...answer, external: answer.internal })).toBe(false);
    expect(cardAccepts(OWN, { ...challenge, externalInfo: '00' }, answer)).toBe(false);
  });

  it('proves that it accepted that answer, and what it let read; nothing else makes the proof', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string({ minLength: 1 }), (random, name, changed) => {
        const challenge = cardChallenge(OWN, random);
        const answer = authenticationData(challenge);
        const read = { card_no: 'K1', ssn: 'S1', psn_name: name };
        const holds = (proof: string) => proofHolds(proof, challenge, answer, read);
        expect(holds(cardProof(OWN, challenge, answer, read))).toBe(true);
        expect(holds(cardProof({ ...OWN, secret: 'copied' }, challenge, answer, read))).toBe(false);
        expect(holds(cardProof(OTHER, challenge, answer, read))).toBe(false);
        expect(holds(cardProof(OWN, challenge, answer, { ...read, card_no: `K1${changed}` }))).toBe(false);
      }),
    );
  });

  it('that is forged accepts nothing, though it hands out data under another card’s code', () => {
    const forged = { ...OWN, secret: 'copied' };
    const challenge = cardChallenge(forged, '1');
    expect(cardAccepts(forged, challenge, authenticationData(challenge))).toBe(false);
  });
});
