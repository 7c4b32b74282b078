import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Posts as many a HIS does, with HttpURLConnection. Arguments: read time-out in ms, then triples of URL, file with the
 * body, fault header ("-": none). Prints a line for each: what came, or what was thrown.
 */
class Knock {
    public static void main(String[] args) throws Exception {
        for (int at = 1; at + 2 < args.length; at += 3) {
            System.out.println(post(Integer.parseInt(args[0]), args[at], Path.of(args[at + 1]), args[at + 2]));
        }
    }

    private static String post(int timeout, String url, Path body, String fault) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) new URL(url).openConnection();
        connection.setReadTimeout(timeout);
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", "application/json;charset=UTF-8");
        if (!fault.equals("-")) connection.setRequestProperty("X-Kuasheng-Fault", fault);
        try {
            try (OutputStream out = connection.getOutputStream()) {
                out.write(Files.readAllBytes(body));
            }
            int status = connection.getResponseCode();
            InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream();
            byte[] bytes = in.readAllBytes();
            in.close();
            boolean readable = new String(bytes, StandardCharsets.UTF_8).indexOf('\uFFFD') < 0;
            boolean all = bytes.length >= connection.getContentLengthLong();
            return status + " " + bytes.length + (readable ? "" : " unreadable") + (all ? "" : " truncated");
        } catch (IOException problem) {
            return problem.getClass().getSimpleName() + ": " + problem.getMessage();
        }
    }
}
