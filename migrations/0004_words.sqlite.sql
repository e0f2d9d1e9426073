CREATE VIRTUAL TABLE post_words USING fts5 (scope, title, body, content = 'post_search', content_rowid = 'post_id', tokenize = 'ascii tokenchars ''_''');
