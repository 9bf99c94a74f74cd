package exeat.demo;

import exeat.casework.value.PersonName;
import java.util.List;
import java.util.Random;

/** Common names in three scripts, combined at random. */
final class NameGenerator {

    private static final List<String> KOREAN_FAMILIES =
            List.of(
                    "김 金 Kim",
                    "리 李 Ri",
                    "박 朴 Pak",
                    "최 崔 Choe",
                    "정 郑 Jong",
                    "강 姜 Kang",
                    "조 赵 Jo",
                    "윤 尹 Yun",
                    "장 张 Jang",
                    "림 林 Rim",
                    "한 韩 Han",
                    "오 吴 O",
                    "서 徐 So",
                    "신 申 Sin",
                    "권 权 Kwon",
                    "황 黄 Hwang",
                    "안 安 An",
                    "송 宋 Song",
                    "류 柳 Ryu",
                    "홍 洪 Hong",
                    "전 全 Jon",
                    "고 高 Ko",
                    "문 文 Mun",
                    "손 孙 Son");
    private static final List<String> KOREAN_SYLLABLES =
            List.of(
                    "철 哲 chol",
                    "수 洙 su",
                    "영 英 yong",
                    "순 顺 sun",
                    "옥 玉 ok",
                    "호 浩 ho",
                    "남 男 nam",
                    "희 姬 hui",
                    "성 成 song",
                    "광 光 kwang",
                    "춘 春 chun",
                    "화 花 hwa",
                    "금 锦 kum",
                    "일 日 il",
                    "복 福 bok",
                    "선 善 son",
                    "학 学 hak",
                    "명 明 myong",
                    "진 珍 jin",
                    "숙 淑 suk",
                    "길 吉 gil",
                    "룡 龙 ryong",
                    "자 子 ja",
                    "근 根 kun");
    private static final List<String> CHINESE_FAMILIES =
            List.of(
                    "王 Wang", "李 Li", "张 Zhang", "刘 Liu", "陈 Chen", "杨 Yang", "赵 Zhao", "周 Zhou",
                    "吴 Wu", "徐 Xu", "孙 Sun", "马 Ma", "朱 Zhu", "胡 Hu", "郭 Guo", "何 He");
    private static final List<String> CHINESE_SYLLABLES =
            List.of(
                    "明 ming", "华 hua", "秀 xiu", "英 ying", "国 guo", "玉 yu", "兰 lan", "春 chun",
                    "梅 mei", "德 de", "桂 gui", "芳 fang", "福 fu", "荣 rong", "志 zhi", "淑 shu");

    private NameGenerator() {}

    /** A family name as each script writes it. */
    record Family(List<String> written, boolean korean) {}

    static Family korean(Random random) {
        return new Family(split(pick(random, KOREAN_FAMILIES)), true);
    }

    static Family chinese(Random random) {
        return new Family(split(pick(random, CHINESE_FAMILIES)), false);
    }

    /** A whole name of this family: in Hangul, Han and Latin, or in Han and Latin. */
    static List<PersonName> of(Family family, Random random) {
        var pool = family.korean() ? KOREAN_SYLLABLES : CHINESE_SYLLABLES;
        var first = split(pick(random, pool));
        var second = split(pick(random, pool));
        while (second.equals(first)) {
            second = split(pick(random, pool));
        }
        var scripts = family.korean() ? List.of("Hang", "Hani", "Latn") : List.of("Hani", "Latn");
        var names = new java.util.ArrayList<PersonName>();
        for (int i = 0; i < scripts.size(); i++) {
            var given = first.get(i) + second.get(i);
            var shown = scripts.get(i).equals("Latn") ? capital(given) : given;
            names.add(new PersonName(scripts.get(i), family.written().get(i), shown));
        }
        return List.copyOf(names);
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private static String pick(Random random, List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static List<String> split(String entry) {
        return List.of(entry.split(" ", -1));
    }
}
