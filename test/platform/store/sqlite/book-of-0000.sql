-- Rows of a book that only ever saw the first migration. They stay as they are: later migrations must carry them on.
INSERT INTO institution (fixmedins_code, body) VALUES ('H44030500001', '{"fixmedins_code":"H44030500001","fixmedins_name":"沙箱深圳医院","uscc":"990000000000000001","fixmedins_type":"1","hosp_lv":"2","admdvs":"440300","outOfArea":"national","real_name":true,"openedDiseases":[]}');
INSERT INTO person (psn_no, certno, body) VALUES ('P1', 'C1', '{"psn_no":"P1","psn_cert_type":"01","certno":"C1","psn_name":"沙箱一","gend":"1","naty":"01","brdy":"1956-03-12","insurances":[],"identities":[]}');
INSERT INTO filing (psn_no, trt_dcla_detl_sn, body) VALUES ('P1', 'F1', '{"trt_dcla_detl_sn":"F1","psn_no":"P1","kind":"resident","mdtrtarea_admdvs":"440300","begndate":"2026-01-01"}');
INSERT INTO account (psn_no, insutype, balc) VALUES ('P1', '310', 9007199254740991);
INSERT INTO accumulator (psn_no, insutype, period, cum_type_code, amount) VALUES ('P1', '310', '2026', 'T0101', 1330);
INSERT INTO visit (ordinal, mdtrt_id, psn_no, body) VALUES (1, 'V1', 'P1', '{"mdtrt_id":"V1","withdrawn":false}');
INSERT INTO batch (ordinal, mdtrt_id, chrg_bchno, settled_by, body) VALUES (1, 'V1', 'B1', 'S1', '{"mdtrt_id":"V1","chrg_bchno":"B1","lines":[],"revision":1}');
INSERT INTO settlement (ordinal, book, setl_id, state, sender, infno, msgid, mdtrt_id, fixmedins_code, psn_no, setl_time, body) VALUES (1, 'treatment', 'S1', 'refunded', 'H44030500001', '2207', 'M1', 'V1', 'H44030500001', 'P1', '2026-09-01 09:30:00', '{"book":"treatment","setl_id":"S1","state":"effective"}');
INSERT INTO message (door, sender, infno, msgid, state, content, answer) VALUES ('hospital', 'H44030500001', '2207', 'M1', 'committed', 'hash', '{"infcode":0}');
INSERT INTO serial (key, value) VALUES ('setl_id', 41);
INSERT INTO setting (key, value) VALUES ('seed', '七');
INSERT INTO journal (seq, trace, hop, door, infno, sender, msgid, at, infcode, input, violations, writes, repeated) VALUES (7, 'T7', 0, 'hospital', '2207', 'H44030500001', 'M1', 1788226200000, 0, '{}', '[]', '["settlement.add"]', 0);
