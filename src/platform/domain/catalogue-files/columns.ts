/**
 * The columns of the catalogue files 目录下载, in their order. The interface document names the files and not what
 * stands in them; the order is reconstructed from how a public HIS (FS.HISFC, GZSI) reads its downloads: one record a
 * line, columns parted by TAB, no head line, `null` for what is unset.
 */
const columns = (text: string): readonly string[] => text.trim().split(/\s+/);

const CATALOGUE_COLUMNS = {
  '1301': columns(`
    med_list_codg drug_prodname genname_codg drug_genname chemname alis eng_name reg_name drugstdcode drug_dosform
    drug_dosform_name drug_type drug_type_name drug_spec drug_spec_code reg_dosform reg_spec reg_spec_code each_dos
    used_frqu acdbas nat_drug_no used_mtd tcmpat_flag prodplac_type prodplac_type_name prcunt_type otc_flag
    otc_flag_name pacmatl pacmatl_name pacspec pac_cnt efcc_atd rute manl begndate enddate min_useunt min_salunt
    min_unt min_pac_cnt min_pacunt min_prepunt min_pacunt_name min_prepunt_name convrat drug_expy min_prcunt wubi
    pinyin subpck_fcty prodentp_code prodentp_name sp_lmtpric_drug_flag sp_drug_flag lmt_usescp lmt_used_flag
    drug_regno drug_regno_begndate drug_regno_enddate aprvno aprvno_begndate aprvno_enddate mkt_stas mkt_stas_name
    drug_reg_appvletr_elecacs splm_appy_appvletr_file nat_hi_druglist_memo bas_medn_flag_name bas_medn_flag
    vat_adjm_drug_flag vat_adjm_drug_name lstd_druglist_drug hi_nego_drug_flag hi_nego_drug_name nhc_drug_codg memo
    vali_flag rid crte_time updt_time ver ver_name chld_medc co_name conseval_drug dstr_entp dstr_entp_conp
    dstr_entp_auth_file nat_hi_druglist_dosform nat_hi_druglist_chrgitm_lv`),
  '1302': columns(`
    med_list_codg tcmherb_name cpnd_flag qlt_lv tcmdrug_year med_part safe_mtr cnvl_used natfla mertpm cat begndate
    enddate vali_flag rid crte_time updt_time ver ver_name mlms_name efcc_atd psdg_mtd ecy_type mlms_cat_souc
    nat_hi_pay_pol prov_hi_pay_pol std_name std_page std_file`),
  '1303': columns(`
    med_list_codg drug_prodname alis eng_name dosform dosform_name reg_dosform ing efcc_atd chrt drug_spec
    drug_spec_code reg_spec reg_spec_code rute stog used_frqu each_dos drug_type drug_type_name otc_flag
    otc_flag_name pacmatl pacmatl_name pacspec manl pac_cnt min_useunt min_salunt min_unt min_pac_cnt min_pacunt
    min_prepunt min_prepunt_name drug_expy min_prcunt defs mnan tabo prodentp_code prodentp_name prodentp_addr
    sp_lmtpric_drug_flag aprvno aprvno_begndate aprvno_enddate drug_regno drug_regno_begndate drug_regno_enddate
    convrat lmt_usescp min_pacunt_name reg_name subpck_fcty mkt_stas drug_reg_appvletr_elecacs
    splm_appy_appvletr_file nat_hi_druglist_no nat_hi_druglist_memo vat_adjm_drug_flag vat_adjm_drug_name
    lstd_druglist_drug nhc_drug_codg memo vali_flag begntime endtime rid crte_time updt_time ver ver_name
    selfprep_pmtno chld_medc old_patn_medc medins_conp_name medins_conp_tel selfprep_pmt_file`),
  '1305': columns(`
    med_list_codg prcunt prcunt_name trt_item_dscr trt_exct_cont trt_item_cont vali_flag memo servitem_type
    servitem_name item_dscr begndate enddate rid ver ver_name`),
  '1306': columns(`
    med_list_codg mcs_name udi hi_genname_codg hi_genname prod_mol spec_code spec mcs_type spec_mol matl_code
    mcs_matl pacspec pac_cnt prod_pacmatl pacunt prod_convrat min_useunt prodplac_type prodplac_type_name cpbz
    prodexpy stru_cpnt use_scp prod_used_mtd prod_img_no prod_qlt_std manl oth_evid_matl spe_mach_flag spe_mach_name
    set_name set_flag lmt_used_flag lmt_usescp min_salunt highval_mcs_flag mcs_type_code impt_matl_hmorgn_flag
    ster_flag ster_name impt_itvt_clss_flag impt_itvt_clss_name dspo_used_flag dspo_used_name reger_name begndate
    enddate ylqx_mgt_type ylqx_mgt_type_name reg_fil_no reg_fil_prod_name stru_and_cpnt oth_cont aprv_date
    reger_addr reg_begntime reg_endtime prodentp_code prodentp_name prod_addr agnt_entp agnt_entp_addr prodplac
    aftsvc_inst reg_fil_file prod_imag vali_flag rid ver ver_name`),
  '1307': columns(`
    west_dise_id chpt chpt_code_scp chpt_name sec_code_scp sec_name cgy_code cgy_name sor_code sor_name diag_code
    diag_name used_std natstd_diag_code natstd_diag_name clnc_diag_code clnc_diag_name memo vali_flag rid crte_time
    updt_time ver ver_name`),
  '1308': columns(`
    oprn_std_list_id chpt chpt_code_scp chpt_name cgy_code cgy_name sor_code sor_name dtl_code dtl_name
    oprn_oprt_code oprn_oprt_name used_std grp_oprn_oprt_code grp_oprn_oprt_name clnc_oprn_oprt_code
    clnc_oprn_oprt_name memo vali_flag rid crte_time updt_time ver ver_name`),
  '1309': columns(`
    opsp_dise_code opsp_dise_majcls_name opsp_dise_subd_clss_name admdvs memo vali_flag rid crte_time updt_time ver
    dise_cont ver_name trt_guide_pagen trt_guide_elecacs opsp_dise_name opsp_dise_majcls_code`),
  '1310': columns(`
    bydise_setl_list_id bydise_setl_list_code bydise_setl_dise_name qua_oprn_oprt_code qua_oprn_oprt_name vali_flag
    rid crte_time updt_time ver dise_cont memo ver_name trt_guide_pagen trt_guide_elecacs`),
  '1311': columns(`
    daysrg_trt_list_id daysrg_dise_list_code daysrg_dise_name vali_flag rid crte_time updt_time ver ver_name
    dise_cont memo trt_guide_pagen trt_guide_elecacs oprn_oprt_name oprn_oprt_code`),
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** The transactions that hand out a catalogue file of known layout. */
export type CatalogueFile = keyof typeof CATALOGUE_COLUMNS;

export const isCatalogueFile = (infno: string): infno is CatalogueFile => infno in CATALOGUE_COLUMNS;

/** The columns of a file. */
export const columnsOf = (infno: CatalogueFile): readonly string[] => CATALOGUE_COLUMNS[infno];
