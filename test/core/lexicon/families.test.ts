// Families of terms: each term is found by the name that is offered for it, and by no other of its family.
import assert from 'node:assert';
import { FAMILIES } from '../../../server/src/core/lexicon/confusions/families.ts';
import { notedConfusions } from '../../../server/src/core/lexicon/confusions/noted.ts';

const offered = FAMILIES.map(family =>
  family.map(member => ({ member, names: [...new Set([member.write('encrypted'), member.write('thing'), member.write('things')])] })),
);

describe('families of terms', () => {
  for (const family of offered) {
    for (const { member, names } of family) {
      it(`${names.join(', ')}: found, and no other of its family`, () => {
        const said = new RegExp(member.said, 'i');
        const written = names.filter(name => said.test(`It is ${name} now`));
        assert.ok(written.length > 0, `${member.said} finds none of ${names.join(', ')}`);
        for (const name of written)
          for (const other of family)
            if (other.member !== member) assert.doesNotMatch(`It is ${name} now`, new RegExp(other.member.said, 'i'));
      });
    }
  }

  for (const text of ['encrypted '.repeat(4000), 'stolen stolen '.repeat(4000), 'client-'.repeat(6000), 'SIM '.repeat(9000)]) {
    it(`gets through: ${text.slice(0, 14)}…`, () => {
      for (const { drafted, noted, agreed } of notedConfusions())
        for (const pattern of [drafted, noted, agreed]) [...text.matchAll(new RegExp(pattern.source, 'gi'))].length;
    });
  }
});
