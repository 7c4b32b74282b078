import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * A HIS window that settles one patient of another province, from the card to the receipt, and does not lose money when
 * an answer is lost. JDK 11 or newer and nothing else: {@code java HisWindow.java --bug never-asks}.
 *
 * Settings come from flags or the environment, see {@link #USUAL}. Ends with 0; with 3 where the outcome is still
 * unknown and a person must look.
 */
public class HisWindow {
  /** KUASHENG_CARD_NO is --card-no. */
  static final Map<String, String> USUAL = Map.ofEntries(
      Map.entry("BASE", "http://127.0.0.1:8686"),
      Map.entry("WORKSPACE", "default"),
      Map.entry("INSTITUTION", "H44030099001"),
      Map.entry("INSTITUTION_NAME", "深圳市沙箱第一人民医院"),
      Map.entry("MDTRTAREA", "440300"),
      Map.entry("CARD_NO", "K99000001"),
      Map.entry("CARD_SN", "610100D15600000500FFFF0000000001"),
      Map.entry("INSUPLC", "610100"),
      Map.entry("DISEASE", "M03900"),
      Map.entry("DISEASE_NAME", "高血压"),
      Map.entry("BOXES", "2"),
      Map.entry("TIMEOUT_MS", "30000"),
      Map.entry("SPEED", "1"),
      Map.entry("NOW", ""),
      Map.entry("BOOK", ""),
      Map.entry("BUG", ""));

  static final List<String> BUGS = List.of("charge-again", "never-asks", "reverses-known");
  static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  static final String BATCH = "B1";

  public static void main(String[] words) throws Exception {
    HisWindow window = new HisWindow(words);
    String state = window.settlePatient();
    System.exit(state.equals("unknown") ? 3 : 0);
  }

  final Map<String, String> settings = new LinkedHashMap<>();
  final HttpClient http;
  final long begin = System.currentTimeMillis();
  final long start;
  /** What the window knows of its settlements, by msgid; written down before a message is sent. */
  final Map<String, String> book = new LinkedHashMap<>();
  String signNo = "";
  int serial;

  HisWindow(String[] words) {
    for (Map.Entry<String, String> usual : USUAL.entrySet()) {
      settings.put(usual.getKey(), settingOf(words, usual.getKey(), usual.getValue()));
    }
    String bug = settings.get("BUG");
    if (!bug.isEmpty() && !BUGS.contains(bug)) throw new IllegalArgumentException("--bug 应为 " + BUGS + " 之一");
    String now = settings.get("NOW");
    start = now.isEmpty() ? begin
        : LocalDateTime.parse(now.replace(' ', 'T')).atZone(CHINA).toInstant().toEpochMilli();
    serial = (int) (begin % 9000);
    http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }

  static String settingOf(String[] words, String name, String usual) {
    String flag = "--" + name.toLowerCase().replace('_', '-');
    for (int at = 0; at + 1 < words.length; at++) if (words[at].equals(flag)) return words[at + 1];
    String given = System.getenv("KUASHENG_" + name);
    return given == null ? usual : given;
  }

  // ---- The way of a patient -------------------------------------------------------------------------------------

  /** 9001, 1101, 2201, 2203, 2204, 2206, 2207. What the book says in the end. */
  String settlePatient() throws Exception {
    signIn();
    Answer person = persist(message("1101", cardInput()), needs("baseinfo.psn_no"), 8);
    if (!person.isDone()) return stopped("1101", person);
    return settleVisit(text(person.output, "baseinfo.psn_no"), text(person.output, "insuinfo.0.insutype"));
  }

  String settleVisit(String psnNo, String insutype) throws Exception {
    Answer visit = persist(message("2201", registerInput(psnNo, insutype)), needs("data.mdtrt_id"), 8);
    if (!visit.isDone()) return stopped("2201", visit);
    Claim claim = new Claim(psnNo, insutype, text(visit.output, "data.mdtrt_id"));
    String[] steps = {"2203", "2204", "2206"};
    for (String infno : steps) {
      Answer answer = persist(message(infno, inputOf(infno, claim)), doubtOf(infno, claim), 8);
      if (!answer.isDone()) return stopped(infno, answer);
    }
    Message settle = message("2207", settleInput(claim));
    String state = settings.get("BUG").isEmpty() ? settleSurely(claim, settle) : settleWrongly(claim, settle);
    say("就诊 " + claim.mdtrtId + "：" + state);
    return state;
  }

  String stopped(String infno, Answer answer) {
    say(infno + " " + answer);
    return "not-charged";
  }

  /**
   * 2207 so that nobody is charged twice and nothing is left open. Written down as unknown before it is sent; then the
   * same message (same msgid, same bytes) until there is an answer; 冲正 only of what is still unknown.
   */
  String settleSurely(Claim claim, Message settle) throws Exception {
    Function<Object, String> doubt = doubtOf("2207", claim);
    write(claim, settle, "unknown", null);
    Answer first = ask(settle, doubt);
    if (first.isDone()) return write(claim, settle, "paid", first);
    // No copy of the message can have got through before: this no is final.
    if (first.isNo()) return write(claim, settle, "not-charged", null);
    say("2207 " + first + "，原报文重发");

    sleep(5);
    Answer again = persist(settle, doubt, 5);
    if (again.isDone()) return write(claim, settle, "paid", again);
    if (isThere(claim, again)) return write(claim, settle, "paid", again);

    // Once the reversal is on its way the settlement is no longer taken for paid, unless the platform refuses it.
    Answer reversal = persist(message("2601", reversalInput(claim, settle)), any -> null, TRIES);
    say("冲正 " + reversal);
    if (reversal.isDone()) return write(claim, settle, "reversed", null);
    if (!reversal.isNo()) return write(claim, settle, "unknown", null);
    sleep(5);
    Answer last = persist(settle, doubt, TRIES);
    if (last.isDone()) return write(claim, settle, "paid", last);
    return write(claim, settle, last.isNo() ? "not-charged" : "unknown", null);
  }

  /** 5203 needs the number of the settlement, so it helps where an answer came and could not be believed. */
  boolean isThere(Claim claim, Answer answer) throws Exception {
    String setlId = text(answer.output, "setlinfo.setl_id");
    if (setlId.isEmpty()) return false;
    Map<String, Object> data = map("psn_no", claim.psnNo, "setl_id", setlId, "mdtrt_id", claim.mdtrtId);
    Function<Object, String> isIt = output -> text(output, "setlinfo.setl_id").equals(setlId) ? null : "不是这笔结算";
    return persist(message("5203", map("data", data)), isIt, 3).isDone();
  }

  /** Three mistakes that real windows make. Not to be copied. */
  String settleWrongly(Claim claim, Message settle) throws Exception {
    Function<Object, String> doubt = doubtOf("2207", claim);
    Answer first = ask(settle, doubt);
    if (first.isDone()) return write(claim, settle, "paid", first);
    if (settings.get("BUG").equals("reverses-known")) {
      sleep(5);
      Answer again = persist(settle, doubt, TRIES);
      if (!again.isDone()) return write(claim, settle, "not-charged", null);
      sleep(5);
      Answer reversal = persist(message("2601", reversalInput(claim, settle)), any -> null, TRIES);
      return write(claim, settle, reversal.isDone() ? "reversed" : "paid", again);
    }
    write(claim, settle, "not-charged", null);
    if (settings.get("BUG").equals("never-asks") || first.kind.equals("refused")) return "not-charged";
    sleep(5);
    return settleVisit(claim.psnNo, claim.insutype);
  }

  // ---- Sending ----------------------------------------------------------------------------------------------------

  static final int TRIES = 24;

  /** What came of sending a message: done, refused, or unknown: nobody can say whether it was carried out. */
  static final class Answer {
    final String kind;
    final String text;
    final Object output;

    Answer(String kind, String text, Object output) {
      this.kind = kind;
      this.text = text;
      this.output = output;
    }

    boolean isDone() {
      return kind.equals("done");
    }

    /** A refusal that is about the business: those that say that nobody looked at the message, or knows, are not. */
    boolean isNo() {
      return kind.equals("refused") && !text.matches("(?s).*(未知|签到|繁忙|稍后|停机|频繁|数据库异常|不完整|重发).*");
    }

    @Override
    public String toString() {
      return kind + " " + text;
    }
  }

  static final class Message {
    final String infno;
    final String msgid;
    final Map<String, Object> envelope;

    Message(String infno, String msgid, Map<String, Object> envelope) {
      this.infno = infno;
      this.msgid = msgid;
      this.envelope = envelope;
    }
  }

  /** The same message until there is an answer that means something; longer pauses each time. */
  Answer persist(Message message, Function<Object, String> doubt, int tries) throws Exception {
    for (int tried = 1;; tried++) {
      Answer answer = ask(message, doubt);
      if (answer.isDone() || answer.isNo() || tried == tries) return answer;
      sleep(Math.min(60, 5 << Math.min(tried - 1, 4)));
      if (answer.kind.equals("refused") && answer.text.contains("签到")) {
        signIn();
        message.envelope.put("sign_no", signNo);
      }
    }
  }

  Answer ask(Message message, Function<Object, String> doubt) throws InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(doors() + "/fsi/api/" + message.infno))
        .header("content-type", "application/json")
        .timeout(Duration.ofMillis(timeout()))
        .POST(HttpRequest.BodyPublishers.ofString(Json.print(message.envelope)))
        .build();
    try {
      // For the whole answer: the request's own time-out ends when its head has come.
      HttpResponse<byte[]> response = http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray())
          .get(timeout(), TimeUnit.MILLISECONDS);
      Object envelope = Json.read(utf8(response.body()));
      if (response.statusCode() != 200 || text(envelope, "infcode").isEmpty()) return unknown("不是报文", null);
      if (!text(envelope, "inf_refmsgid").matches("\\d{30}")) return unknown("接收方报文ID 不对", null);
      if (!text(envelope, "infcode").equals("0")) return new Answer("refused", text(envelope, "err_msg"), null);
      Object output = at(envelope, "output");
      String why = doubt.apply(output);
      return why == null ? new Answer("done", "", output) : unknown(why, output);
    } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException | IOException
        | IllegalArgumentException failure) {
      return unknown(String.valueOf(failure.getMessage()), null);
    }
  }

  static Answer unknown(String why, Object output) {
    return new Answer("unknown", why, output);
  }

  static String utf8(byte[] bytes) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  void signIn() throws InterruptedException {
    Map<String, Object> input = map("signIn", map("opter_no", "S001", "mac", "02-00-00-00-00-01", "ip", "127.0.0.1"));
    Answer answer = ask(message("9001", input), any -> null);
    if (answer.isDone()) signNo = text(answer.output, "signinoutb.sign_no");
  }

  /** 报文. Whoever sends it again keeps it: same msgid, same input. */
  Message message(String infno, Map<String, Object> input) {
    serial += 1;
    String institution = settings.get("INSTITUTION");
    String msgid = institution + now().replaceAll("\\D", "") + String.format("%04d", serial % 10000);
    Map<String, Object> envelope = map("infno", infno, "msgid", msgid, "mdtrtarea_admvs", settings.get("MDTRTAREA"),
        "insuplc_admdvs", infno.equals("9001") ? "" : settings.get("INSUPLC"), "recer_sys_code", "YBXT",
        "infver", "1.0.0", "opter_type", "1", "opter", "S001", "opter_name", "收费员", "inf_time", now(),
        "fixmedins_code", institution, "fixmedins_name", settings.get("INSTITUTION_NAME"), "sign_no", signNo,
        "input", input);
    return new Message(infno, msgid, envelope);
  }

  String doors() {
    return settings.get("BASE") + "/w/" + settings.get("WORKSPACE");
  }

  long timeout() {
    return Long.parseLong(settings.get("TIMEOUT_MS"));
  }

  double speed() {
    return Double.parseDouble(settings.get("SPEED"));
  }

  void sleep(int seconds) throws InterruptedException {
    Thread.sleep((long) (seconds * 1000 / speed()));
  }

  String now() {
    long millis = start + (long) ((System.currentTimeMillis() - begin) * speed());
    return LocalDateTime.ofInstant(java.time.Instant.ofEpochMilli(millis), CHINA)
        .format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss"));
  }

  static void say(String text) {
    System.err.println(text);
  }

  // ---- Inputs -----------------------------------------------------------------------------------------------------

  static final class Claim {
    final String psnNo;
    final String insutype;
    final String mdtrtId;

    Claim(String psnNo, String insutype, String mdtrtId) {
      this.psnNo = psnNo;
      this.insutype = insutype;
      this.mdtrtId = mdtrtId;
    }
  }

  static final BigDecimal DRUG = new BigDecimal("3.20");
  static final BigDecimal CHECK_UP = new BigDecimal("160.00");

  BigDecimal total() {
    return DRUG.multiply(boxes()).add(CHECK_UP);
  }

  BigDecimal boxes() {
    return new BigDecimal(settings.get("BOXES"));
  }

  Map<String, Object> credential() {
    return map("mdtrt_cert_type", "03", "mdtrt_cert_no", settings.get("CARD_NO"), "card_sn", settings.get("CARD_SN"));
  }

  Map<String, Object> cardInput() {
    return map("data", with(credential(), "begntime", now(), "psn_cert_type", "01", "certno", "", "psn_name", ""));
  }

  Map<String, Object> registerInput(String psnNo, String insutype) {
    return map("data", with(credential(), "psn_no", psnNo, "insutype", insutype, "begntime", now(), "ipt_otp_no",
        "OP" + now().replaceAll("\\D", "").substring(2) + serial, "atddr_no", "D440300999001", "dr_name", "沙箱医生",
        "dept_code", "A03.04", "dept_name", "心血管内科", "caty", "A03"));
  }

  Map<String, Object> inputOf(String infno, Claim claim) {
    if (infno.equals("2203")) return visitInput(claim);
    return infno.equals("2204") ? feeInput(claim) : settleInput(claim);
  }

  Map<String, Object> visitInput(Claim claim) {
    Map<String, Object> diagnosis = map("diag_type", "1", "diag_srt_no", "1", "diag_code", "I10.x00x002", "diag_name",
        "高血压", "diag_dept", "心血管内科", "dise_dor_no", "D440300999001", "dise_dor_name", "沙箱医生", "diag_time",
        now(), "vali_flag", "1");
    return map("mdtrtinfo", map("mdtrt_id", claim.mdtrtId, "psn_no", claim.psnNo, "med_type", "14", "begntime", now(),
        "dise_codg", settings.get("DISEASE"), "dise_name", settings.get("DISEASE_NAME")), "diseinfo",
        List.of(diagnosis));
  }

  Map<String, Object> feeInput(Claim claim) {
    return map("feedetail", List.of(line(claim, "1", "XC08CAA321A001010199001", DRUG, boxes()),
        line(claim, "2", "003107010210000", CHECK_UP, BigDecimal.ONE)));
  }

  Map<String, Object> line(Claim claim, String number, String code, BigDecimal price, BigDecimal count) {
    return map("feedetl_sn", number, "mdtrt_id", claim.mdtrtId, "psn_no", claim.psnNo, "chrg_bchno", BATCH,
        "dise_codg", settings.get("DISEASE"), "rx_circ_flag", "0", "fee_ocur_time", now(), "med_list_codg", code,
        "medins_list_codg", "HIS" + number, "det_item_fee_sumamt", price.multiply(count).toPlainString(), "cnt", count,
        "pric", price, "bilg_dept_codg", "A03.04", "bilg_dept_name", "心血管内科", "bilg_dr_codg", "D440300999001",
        "bilg_dr_name", "沙箱医生", "hosp_appr_flag", "0");
  }

  Map<String, Object> settleInput(Claim claim) {
    return map("data", with(credential(), "psn_no", claim.psnNo, "med_type", "14", "medfee_sumamt", total(),
        "psn_setlway", "01", "mdtrt_id", claim.mdtrtId, "chrg_bchno", BATCH, "insutype", claim.insutype,
        "acct_used_flag", "1"));
  }

  static Map<String, Object> reversalInput(Claim claim, Message settle) {
    return map("data", map("psn_no", claim.psnNo, "omsgid", settle.msgid, "oinfno", "2207"));
  }

  // ---- Doubts: an answer of success that cannot be believed -------------------------------------------------------

  static Function<Object, String> needs(String path) {
    return output -> text(output, path).isEmpty() ? "应答没有 " + path : null;
  }

  Function<Object, String> doubtOf(String infno, Claim claim) {
    if (infno.equals("2203")) return any -> null;
    if (infno.equals("2204")) return needs("result.0.feedetl_sn");
    return output -> {
      String of = "setlinfo.";
      boolean isOurs = text(output, of + "psn_no").equals(claim.psnNo)
          && text(output, of + "mdtrt_id").equals(claim.mdtrtId);
      if (!isOurs) return "应答不是这个人、这次就诊的";
      if (infno.equals("2207") && text(output, of + "setl_id").isEmpty()) return "应答没有结算ID";
      BigDecimal person = amount(output, of + "psn_part_amt");
      BigDecimal parts = amount(output, of + "fund_pay_sumamt").add(person).add(amount(output, of + "hosp_part_amt"));
      BigDecimal paid = amount(output, of + "acct_pay").add(amount(output, of + "psn_cash_pay"));
      boolean adds = amount(output, of + "medfee_sumamt").compareTo(total()) == 0 && parts.compareTo(total()) == 0
          && paid.compareTo(person) == 0;
      return adds ? null : "应答的金额相加不对";
    };
  }

  /** Money is decimal, never a double. What is no amount throws, and the answer counts as none. */
  static BigDecimal amount(Object root, String path) {
    String text = text(root, path);
    if (!text.matches("-?\\d{1,10}(\\.\\d{1,8})?")) throw new IllegalArgumentException(path + " 不是金额");
    return new BigDecimal(text);
  }

  // ---- The window's own book --------------------------------------------------------------------------------------

  /** Writes down what is known now. What was certainly not charged is no settlement. */
  String write(Claim claim, Message settle, String state, Answer answer) throws IOException {
    String setlId = answer == null ? "" : text(answer.output, "setlinfo.setl_id");
    book.put(settle.msgid, String.join(",", settings.get("INSTITUTION"), setlId, settle.msgid, claim.mdtrtId, BATCH,
        total().toPlainString(), state));
    List<String> lines = new ArrayList<>();
    lines.add("fixmedins_code,setl_id,msgid,mdtrt_id,chrg_bchno,medfee_sumamt,state");
    for (String row : book.values()) if (!row.endsWith(",not-charged")) lines.add(row);
    String file = settings.get("BOOK");
    if (!file.isEmpty()) {
      // Written beside it and moved over it: whoever pulls the plug finds the old book or the new one.
      Files.write(Path.of(file + ".new"), lines, StandardCharsets.UTF_8);
      Files.move(Path.of(file + ".new"), Path.of(file), StandardCopyOption.REPLACE_EXISTING);
    }
    return state;
  }

  // ---- JSON, as much as a window needs ----------------------------------------------------------------------------

  static Map<String, Object> map(Object... pairs) {
    return with(new LinkedHashMap<>(), pairs);
  }

  static Map<String, Object> with(Map<String, Object> map, Object... pairs) {
    for (int at = 0; at < pairs.length; at += 2) map.put((String) pairs[at], pairs[at + 1]);
    return map;
  }

  /** The value at a path, {@code insuinfo.0.insutype}; null where the path ends early. */
  static Object at(Object root, String path) {
    Object value = root;
    for (String key : path.split("\\.")) {
      if (value instanceof Map) value = ((Map<?, ?>) value).get(key);
      else if (value instanceof List && key.matches("\\d+") && Integer.parseInt(key) < ((List<?>) value).size()) {
        value = ((List<?>) value).get(Integer.parseInt(key));
      } else return null;
    }
    return value;
  }

  static String text(Object root, String path) {
    Object value = at(root, path);
    return value instanceof String || value instanceof BigDecimal ? value.toString() : "";
  }

  static final class Json {
    private final String text;
    private int at;

    private Json(String text) {
      this.text = text;
    }

    /** Numbers are BigDecimal: every digit stays. Throws IllegalArgumentException for anything that is no JSON. */
    static Object read(String text) {
      Json json = new Json(text);
      try {
        Object value = json.value();
        json.blank();
        if (json.at != text.length()) throw new IllegalArgumentException("JSON 之后还有内容");
        return value;
      } catch (StringIndexOutOfBoundsException end) {
        throw new IllegalArgumentException("JSON 不完整");
      }
    }

    private void blank() {
      while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) at++;
    }

    private boolean took(String token) {
      if (!text.startsWith(token, at)) return false;
      at += token.length();
      return true;
    }

    private Object value() {
      blank();
      char next = text.charAt(at);
      if (next == '{') return object();
      if (next == '[') return list();
      if (next == '"') return string();
      if (took("true")) return Boolean.TRUE;
      if (took("false")) return Boolean.FALSE;
      if (took("null")) return null;
      int from = at;
      while (at < text.length() && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0) at++;
      return new BigDecimal(text.substring(from, at));
    }

    private Map<String, Object> object() {
      Map<String, Object> map = new LinkedHashMap<>();
      at++;
      blank();
      if (took("}")) return map;
      do {
        blank();
        String key = string();
        blank();
        expect(":");
        map.put(key, value());
        blank();
      } while (took(","));
      expect("}");
      return map;
    }

    private List<Object> list() {
      List<Object> list = new ArrayList<>();
      at++;
      blank();
      if (took("]")) return list;
      do {
        list.add(value());
        blank();
      } while (took(","));
      expect("]");
      return list;
    }

    private void expect(String token) {
      if (!took(token)) throw new IllegalArgumentException("JSON 第 " + at + " 个字符应为 " + token);
    }

    private String string() {
      expect("\"");
      StringBuilder read = new StringBuilder();
      for (char next = text.charAt(at++); next != '"'; next = text.charAt(at++)) {
        read.append(next == '\\' ? escaped() : next);
      }
      return read.toString();
    }

    private char escaped() {
      char kind = text.charAt(at++);
      int shorthand = "bfnrt".indexOf(kind);
      if (shorthand >= 0) return "\b\f\n\r\t".charAt(shorthand);
      if (kind != 'u') return kind;
      at += 4;
      return (char) Integer.parseInt(text.substring(at - 4, at), 16);
    }

    static String print(Object value) {
      if (value == null) return "null";
      if (value instanceof String) return quoted((String) value);
      if (value instanceof BigDecimal) return ((BigDecimal) value).toPlainString();
      List<String> parts = new ArrayList<>();
      if (value instanceof List) {
        for (Object entry : (List<?>) value) parts.add(print(entry));
        return "[" + String.join(",", parts) + "]";
      }
      for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
        parts.add(quoted((String) entry.getKey()) + ":" + print(entry.getValue()));
      }
      return "{" + String.join(",", parts) + "}";
    }

    private static String quoted(String text) {
      StringBuilder quoted = new StringBuilder("\"");
      for (char next : text.toCharArray()) {
        if (next == '"' || next == '\\') quoted.append('\\').append(next);
        else if (next < 32) quoted.append(String.format("\\u%04x", (int) next));
        else quoted.append(next);
      }
      return quoted.append('"').toString();
    }
  }
}
