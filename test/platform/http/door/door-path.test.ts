import { describe, expect, it } from 'vitest';
import { doorPath } from '../../../../src/platform/http/door/door-path.ts';

describe('the path of a request', () => {
  it.each([
    // Front-end servers: one address for everything, or one for each method.
    ['/fsi/api/rsfComIfsService/callService', { door: 'hospital' }],
    ['/fsi/api/rsfComIfsService/callService/1101', { door: 'hospital', infno: '1101' }],
    ['/ebus/rio_fsi/fsi/api/outpatientSettleService/saveSettletmentV2', { door: 'hospital' }],
    ['/fsi/api/2207A', { door: 'hospital', infno: '2207A' }],
    // 广东
    ['/ebus/gdyb_api/prd/hsa/hgs/2207', { door: 'hospital', infno: '2207' }],
    ['/hsa/hgs/2203a', { door: 'hospital', infno: '2203A' }],
    // 江苏
    ['/CSB', { door: 'hospital' }],
    ['/gateway/csb/', { door: 'hospital' }],
    // The number alone, behind any prefix.
    ['/1101', { door: 'hospital', infno: '1101' }],
    ['/yb/90100/', { door: 'hospital', infno: '90100' }],
    ['/national/1107', { door: 'national', infno: '1107' }],
    ['/ebus/national/1107', { door: 'national', infno: '1107' }],
    // The SDK of the 医保电子凭证; its types keep their letters.
    ['/localcfc/api/hsecfc/localQrCodeQuery', { door: 'credential' }],
    ['/gw/localcfc/api/hsecfc/cn.nhsa.auth.check', { door: 'credential', infno: 'cn.nhsa.auth.check' }],
    ['/localcfc/api/hsecfc/localEcTokenCheck/', { door: 'credential', infno: 'localEcTokenCheck' }],
    // No door claims these: the body must tell.
    ['/', {}],
    ['/his/insurance.aspx', {}],
    ['/fsi/api/', {}],
    ['/2026', { door: 'hospital', infno: '2026' }],
    ['/123', {}],
  ])('%s', (path, expected) => {
    expect(doorPath(path)).toEqual(expected);
    expect(doorPath(`/w/team-a${path}`)).toEqual({ ...expected, workspace: 'team-a' });
  });

  it('may end with the name of a workspace', () => {
    expect(doorPath('/w/team-a')).toEqual({ workspace: 'team-a' });
  });
});
