import CheckModel

extension RolePhrases {
  /// Headings in other languages, folded: mostly seen in real plans, a few added as plain equivalents.
  static let translated: [RolePhrases] = [
    .init(
      .goal,
      [
        "目标", "目的", "목표", "목적", "프로젝트 개요", "개요", "项目概述", "概述", "概要", "はじめに",
        "objetivo", "objetivos", "objectif", "objectifs", "ziel", "ziele", "zielsetzung",
        "überblick", "mục tiêu", "tổng quan", "visão geral", "visión general", "ゴール",
        "プロジェクト概要", "цель", "цели", "обзор", "resumen", "resumo", "résumé", "요약", "摘要", "总结",
        "obiettivo", "obiettivi", "panoramica", "doel", "简介", "紹介", "소개", "introducción",
        "introdução", "zusammenfassung", "aperçu", "vue d'ensemble", "変更内容", "变更内容",
      ]),
    .init(
      .problem,
      [
        "背景", "原因", "问题", "문제", "문제점", "課題", "problema", "problema / oportunidade", "symptôme",
        "cause probable", "ausgangslage", "problème", "контекст", "проблема", "动机", "動機", "동기",
        "motivación", "motivação", "vấn đề", "なぜ", "为什么", "배경", "理由", "问题描述", "問題",
      ]),
    .init(
      .context,
      [
        "当前实现", "已完成工作", "现状", "目标仓库现状", "既存アーキテクチャ分析", "前提と基本方針", "前提条件",
        "contexto", "estado general", "estado actual", "avancement", "lo que ya está construido",
        "현재 상태", "현황", "現状", "contexte", "kontext", "hintergrund", "bối cảnh", "hiện trạng",
        "ist-zustand", "état actuel", "предыстория", "背景信息", "analyse", "análisis",
      ]),
    .init(
      .scope,
      [
        "范围", "功能列表", "portée", "escopo", "alcance", "geltungsbereich", "機能概要", "スコープ", "범위",
        "umfang", "périmètre", "phạm vi", "область", "対象範囲", "対象",
      ]),
    .init(
      .outOfScope,
      [
        "不做", "スコープ外", "対象外", "含まない", "fora de escopo", "fora do escopo", "não inclui",
        "nicht gegenstand", "abgrenzung", "không làm", "非目标", "不包含", "범위 외", "제외", "hors périmètre",
        "fuera de alcance", "fuera del alcance", "вне рамок", "不在范围内", "范围外", "范围之外", "非目標",
        "범위 밖", "제외 범위", "제외 사항", "범위에서 제외", "비목표", "やらないこと", "nicht-ziele", "nichtziele",
        "hors scope", "no objetivos", "ngoài phạm vi", "не входит", "fuori ambito",
      ]),
    .init(
      .requirements,
      [
        "需求", "要件", "要件定義", "要件定義書", "요구사항", "핵심 요구사항", "기능 명세", "requisitos",
        "requisitos funcionais", "requisitos não funcionais", "requisitos funcionales",
        "anforderungen", "technische anforderungen", "inhaltliche anforderungen", "требования",
        "lastenheft", "техническое задание", "功能需求", "非功能需求", "機能要件", "非機能要件", "exigences",
        "yêu cầu", "requisiti", "기능 요구사항", "기능", "功能",
      ]),
    .init(
      .acceptance,
      [
        "验收标准", "受入基準", "合格基準", "done条件", "예상 결과", "critère de fin",
        "critérios de aceitação", "xong khi", "受け入れ条件", "受け入れ基準", "完了条件", "완료 조건", "완료 기준",
        "critères d'acceptation", "criterios de aceptación", "criterios de éxito",
        "abnahmekriterien", "критерии приёмки", "критерии приемки", "成功标准", "成功基準", "성공 기준",
        "수락 기준", "인수 조건", "인수 기준", "critères de réussite", "erfolgskriterien",
        "tiêu chí chấp nhận", "critérios de sucesso", "预期结果", "期待結果", "criteri di accettazione",
        "検証基準", "確認基準", "判定基準", "受入条件", "成功条件", "完了基準", "完了の定義", "验证标准",
        "完成标准", "完成条件", "通过标准", "驗收標準", "검증 기준", "완료의 정의", "definición de hecho",
        "definição de pronto", "définition de terminé", "akzeptanzkriterien", "fertig wenn",
        "критерии готовности", "критерии успеха", "abnahme", "fertig, wenn", "terminé quand",
        "fini quand", "terminado cuando", "hecho cuando",
      ]),
    .init(
      .tasks,
      [
        "推荐步骤", "待完成工作", "后续开发计划", "タスク", "タスク一覧", "実装タスク", "実装タスク一覧", "開発工程計画",
        "개발 체크리스트", "세부 과제", "단계", "fases", "plan de trabajo", "plan d'action", "livrables",
        "ordre d'exécution", "estratégia de implementação", "zeitplan", "lộ trình thực hiện",
        "实施步骤", "实现步骤", "任务清单", "任务", "任务列表", "этапы", "задачи", "実装計画", "实施计划",
        "实现计划", "구현 계획", "작업", "작업 목록", "할 일", "tareas", "tarefas", "tâches", "étapes",
        "aufgaben", "schritte", "umsetzung", "umsetzungsplan", "công việc", "các bước", "attività",
        "план", "план работ", "plano de implementação", "plan de implementación", "次のステップ", "下一步",
        "다음 단계", "próximos passos", "próximos pasos", "nächste schritte", "手順", "步骤", "変更",
      ]),
    .init(
      .files,
      [
        "项目结构", "プロジェクト構成", "ディレクトリ構造", "ディレクトリ構成", "ファイル配置", "구현 파일", "파일",
        "fsd 아키텍처 구조", "受影响的文件", "文件", "目录结构", "文件结构", "ファイル構成", "ファイル", "디렉토리 구조",
        "파일 구조", "프로젝트 구조", "변경 파일", "수정 파일", "생성 파일", "새 파일", "수정할 파일", "fichiers",
        "archivos", "arquivos", "dateien", "файлы", "변경할 파일", "変更ファイル", "修改文件", "新增文件",
        "生成するファイル", "estructura del proyecto", "estrutura do projeto", "projektstruktur",
      ]),
    .init(
      .tests,
      [
        "测试", "验证边界", "テスト", "テスト計画", "テスト戦略", "単体テスト", "統合テスト", "테스팅", "단위 테스트",
        "통합 테스트", "테스트", "테스트 계획", "테스트 전략", "stratégie de tests", "tests internes",
        "verificação", "testes", "pruebas", "тесты", "测试计划", "测试策略", "验证", "検証", "검증",
        "kiểm thử", "prüfung", "тестирование", "plan de pruebas", "plano de testes",
        "teststrategie", "verificación", "vérification", "検証方法", "動作確認", "確認項目", "テスト項目",
        "テストケース", "验证方法", "验证方式", "验证步骤", "测试用例", "测试方案", "검증 방법", "테스트 케이스",
        "testplan", "testfälle", "tests à écrire", "casos de prueba", "casos de teste", "проверка",
      ]),
    .init(
      .design,
      [
        "技术栈", "技术栈建议", "技术要点", "技術設計書", "アーキテクチャ", "기술 스택", "해결책",
        "stack tecnológico", "kiến trúc tổng thể", "kiến trúc", "システムフロー", "architektur",
        "архитектура", "设计", "設計", "설계", "架构", "아키텍처", "方案", "解决方案", "解決策", "해결 방안",
        "diseño", "projeto técnico", "conception", "entwurf", "lösung", "solución", "solução",
        "решение", "thiết kế", "技术方案", "技術スタック", "실행 흐름", "동작 방식", "흐름", "arquitectura",
        "arquitetura", "architettura", "명령어 설계", "설계 상세", "워크플로우", "ワークフロー", "工作流程",
        "工作流", "流程",
      ], endings: ["워크플로우", "설계", "흐름"]),
    .init(
      .data,
      [
        "データモデル", "データ構造", "데이터 구조", "상태 구조", "field quan trọng", "структуры данных",
        "数据结构", "数据模型", "datenstruktur", "datenmodell", "modelo de dados", "modelo de datos",
        "modèle de données", "데이터 모델", "スキーマ", "스키마", "модель данных", "配置", "設定", "설정", "구성", "형식",
        "格式", "形式",
      ], endings: ["형식", "구조", "스키마"]),
    .init(
      .api,
      [
        "エンドポイント", "명령어", "contrato", "api設計", "接口", "명령", "schnittstelle",
        "schnittstellen", "コマンド", "命令", "엔드포인트", "api 설계", "接口设计",
      ]),
    .init(
      .errors,
      [
        "エラー回復とフィードバック", "오류 처리", "에러 처리", "错误处理", "オフライン時の扱い", "エラー処理",
        "エラーハンドリング", "tratamento de erros", "fehlerbehandlung", "gestion des erreurs",
        "manejo de errores", "обработка ошибок", "엣지 케이스", "예외 처리", "边界情况", "xử lý lỗi",
        "エッジケース",
      ]),
    .init(
      .decisions,
      [
        "decisiones clave", "matchup inicial (decidido)", "quyết định kiến trúc", "技术决策", "設計判断",
        "設計決定", "decisiones", "decisões", "décisions", "entscheidungen", "решения", "결정", "결정 사항",
        "설계 결정",
        "设计决策", "핵심 결정", "주요 결정", "決定事項", "quyết định",
      ]),
    .init(
      .alternatives,
      ["替代方案", "代替案", "대안", "alternativas", "alternativen", "альтернативы", "검토한 대안", "备选方案"]),
    .init(
      .dependenciesAndOrder,
      [
        "依赖", "依存関係", "依存仕様", "优先级", "ordre d'exécution", "pendientes externos", "의존성",
        "dependências", "dependencias", "dépendances", "abhängigkeiten", "зависимости", "依赖关系",
        "선행 조건", "voraussetzungen", "prérequis", "prerrequisitos", "前置条件", "phụ thuộc",
      ]),
    .init(
      .rollout,
      [
        "デプロイと配布戦略", "移行", "배포", "배포 및 문서화", "puesta en marcha", "部署", "einführung",
        "despliegue", "implantação", "déploiement", "마이그레이션", "移行計画", "迁移",
        "развертывание", "하위 호환성", "互換性", "兼容性", "triển khai",
      ]),
    .init(
      .rollback,
      [
        "ロールバック", "回滚", "롤백", "reversão", "rückfall", "откат", "retour arrière", "rückweg",
        "zurück",
      ]),
    .init(
      .risks,
      [
        "风险与挑战", "リスクと対策", "リスク", "riscos e mitigação", "mẹo & bẫy", "风险", "위험", "리스크",
        "riesgos", "riscos", "risques", "risiken", "риски", "注意事项", "注意点", "주의사항", "위험 요소",
        "rischi",
        "rủi ro",
      ]),
    .init(
      .openQuestions,
      [
        "未完成项", "未確定事項", "perguntas em aberto", "decisões abertas", "offene punkte",
        "offene fragen", "rückfragen", "câu hỏi cần chốt", "未确定事项", "要確認", "미정", "미해결 질문",
        "preguntas abiertas", "questions ouvertes", "открытые вопросы", "待定", "待确认", "未解決の質問",
        "열린 질문", "未解决问题", "domande aperte",
      ]),
    .init(
      .constraints,
      [
        "制約", "制約条件", "restrições e premissas", "ограничения", "约束", "制約事項", "제약", "제약 사항",
        "제약사항", "restricciones", "restrições", "contraintes", "randbedingungen", "ràng buộc",
        "约束条件",
        "einschränkungen", "원칙", "설계 원칙",
      ]),
    .init(.assumptions, ["假设", "仮定", "가정", "supuestos", "premissas", "hypothèses", "annahmen"]),
    .init(
      .estimate,
      [
        "预计工期", "总预计工期", "想定総開発期間", "예상 기간", "일정", "semana", "zeitplan", "cronograma",
        "phase별 요약 및 일정", "工期", "スケジュール", "calendrier", "aufwand", "сроки",
      ]),
    .init(.glossary, ["用語集", "begriffe", "术语", "용어", "용어집", "glosario", "glossaire", "glossar"]),
    .init(
      .security,
      [
        "安全", "安全性", "セキュリティ", "보안", "seguridad", "segurança", "sécurité", "sicherheit",
        "безопасность",
      ]),
    .init(.performance, ["性能", "パフォーマンス", "성능", "rendimiento", "desempenho", "leistung"]),
    .init(.future, ["今後の拡張", "将来", "향후 계획", "향후 과제", "未来", "后续", "後続", "ausblick"]),
    .init(
      .references,
      [
        "参考", "参考资料", "参考文献", "참고", "참고 자료", "referencias", "referências", "références", "ссылки",
        "관련 문서",
      ]),
    .init(.docs, ["文档", "ドキュメント", "문서", "문서화", "documentación", "documentação", "dokumentation"]),
    .init(
      .progress,
      ["进度", "進捗", "진행 상황", "progreso", "progresso", "fortschritt", "прогресс", "変更履歴", "tiến độ"]),
    .init(
      .notes,
      ["备注", "備考", "비고", "메모", "notas", "notizen", "hinweise", "примечания", "补充", "補足", "ghi chú"]),
    .init(
      .metadata,
      [
        "状态", "状態", "상태", "estado", "statut", "статус", "日期", "日付", "날짜", "fecha",
        "data de criação",
        "datum", "作者", "作成者", "작성자", "autor", "auteur", "автор", "作成日", "작성일", "버전", "バージョン",
        "版本", "trạng thái", "ngày", "tác giả", "目录", "目次", "목차",
      ]),
    .init(
      .userStories,
      ["用户故事", "ユーザーストーリー", "사용자 스토리", "historias de usuario", "histórias de usuário"]),
  ]
}
