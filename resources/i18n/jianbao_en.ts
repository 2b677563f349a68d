<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>About</name>
    <message>
        <source>关于鉴报</source>
        <translation>About Jianbao</translation>
    </message>
    <message>
        <source>鉴报</source>
        <translation>Jianbao</translation>
    </message>
    <message>
        <source>版本 {0}</source>
        <translation>Version {0}</translation>
    </message>
    <message>
        <source>政府信息公开工作年度报告的核对工具。</source>
        <translation>Checks annual reports on open government information.</translation>
    </message>
    <message>
        <source>原件只读，从不改动；不联网，不上传任何内容；所做的更正与结论都留有记录。</source>
        <translation>Originals are read only and never changed. Nothing is sent anywhere. Every correction and verdict is on record.</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>打开文件夹…</source>
        <translation>Open folder…</translation>
    </message>
    <message>
        <source>读入一个文件夹里的全部年报；原件只读，不会被改动</source>
        <translation>Read every report in a folder; originals are never changed</translation>
    </message>
    <message>
        <source>打开文件夹</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <source>打开文件…</source>
        <translation>Open files…</translation>
    </message>
    <message>
        <source>只读入选中的文件</source>
        <translation>Read only the files chosen</translation>
    </message>
    <message>
        <source>重新读取</source>
        <translation>Read again</translation>
    </message>
    <message>
        <source>重新读取全部文件；更正与结论都会保留</source>
        <translation>Read all files again; corrections and verdicts stay</translation>
    </message>
    <message>
        <source>停止读取</source>
        <translation>Stop reading</translation>
    </message>
    <message>
        <source>停止读取；已经读入的年报照常可用</source>
        <translation>Stop reading; what has been read can be used</translation>
    </message>
    <message>
        <source>导出 Excel…</source>
        <translation>Export to Excel…</translation>
    </message>
    <message>
        <source>把汇总、问题清单与更正记录导出为工作簿</source>
        <translation>Export the summary, the findings and the corrections as a workbook</translation>
    </message>
    <message>
        <source>导出 Excel</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>导出审核记录…</source>
        <translation>Export the review log…</translation>
    </message>
    <message>
        <source>把每一步审核记录（更正、结论、备注）存成 JSON，供归档</source>
        <translation>Keep every step of the review (corrections, verdicts, notes) as JSON, for the archive</translation>
    </message>
    <message>
        <source>退出</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>退出；所做的一切都已保存</source>
        <translation>Quit; everything done is saved</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>重做</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>更正这一格</source>
        <translation>Correct this cell</translation>
    </message>
    <message>
        <source>在表格里按 Enter 即可更正选中的格</source>
        <translation>Press Enter in a table to correct the chosen cell</translation>
    </message>
    <message>
        <source>恢复原值</source>
        <translation>Restore the original</translation>
    </message>
    <message>
        <source>撤掉这一格的更正，回到报告里的原值</source>
        <translation>Drop the correction; back to what the report says</translation>
    </message>
    <message>
        <source>下一处问题</source>
        <translation>Next finding</translation>
    </message>
    <message>
        <source>从当前位置往下走，本份看完自动进入下一份</source>
        <translation>Onward from here, into the next report where this one ends</translation>
    </message>
    <message>
        <source>下一处</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>上一处问题</source>
        <translation>Previous finding</translation>
    </message>
    <message>
        <source>从当前位置往回走</source>
        <translation>Back from here</translation>
    </message>
    <message>
        <source>上一处</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>下一份年报</source>
        <translation>Next report</translation>
    </message>
    <message>
        <source>上一份年报</source>
        <translation>Previous report</translation>
    </message>
    <message>
        <source>属实</source>
        <translation>Confirm</translation>
    </message>
    <message>
        <source>确认这个问题属实（备注栏里的话一并记下）</source>
        <translation>The finding is right (the note is kept with it)</translation>
    </message>
    <message>
        <source>误报</source>
        <translation>Dismiss</translation>
    </message>
    <message>
        <source>这不是问题，排除（备注栏里的话一并记下）</source>
        <translation>This is no fault (the note is kept with it)</translation>
    </message>
    <message>
        <source>撤回结论</source>
        <translation>Withdraw verdict</translation>
    </message>
    <message>
        <source>回到待定状态</source>
        <translation>Back to open</translation>
    </message>
    <message>
        <source>采纳建议</source>
        <translation>Apply suggestion</translation>
    </message>
    <message>
        <source>把正在预览的建议写成更正，可以一步撤销</source>
        <translation>Turn the suggestion shown into corrections; one step to undo</translation>
    </message>
    <message>
        <source>下一条建议</source>
        <translation>Next suggestion</translation>
    </message>
    <message>
        <source>上一条建议</source>
        <translation>Previous suggestion</translation>
    </message>
    <message>
        <source>标记为已审</source>
        <translation>Mark as reviewed</translation>
    </message>
    <message>
        <source>这一份已经审完</source>
        <translation>This report is done</translation>
    </message>
    <message>
        <source>已审</source>
        <translation>Reviewed</translation>
    </message>
    <message>
        <source>并入附表</source>
        <translation>Join attachment</translation>
    </message>
    <message>
        <source>把附表里的三张表并入这份报告，合为一份审核；随时可以拆开</source>
        <translation>Take the tables of the attachment into this report and review the two as one; they can be split again at any time</translation>
    </message>
    <message>
        <source>拆出附表</source>
        <translation>Split attachment</translation>
    </message>
    <message>
        <source>把并入的附表拆出来，各自审核</source>
        <translation>Split the attachment off and review each on its own</translation>
    </message>
    <message>
        <source>筛选年报</source>
        <translation>Filter reports</translation>
    </message>
    <message>
        <source>用系统程序打开原件</source>
        <translation>Open the original in its program</translation>
    </message>
    <message>
        <source>在文件夹中显示</source>
        <translation>Show in folder</translation>
    </message>
    <message>
        <source>复制问题文字</source>
        <translation>Copy the finding&apos;s text</translation>
    </message>
    <message>
        <source>设置…</source>
        <translation>Settings…</translation>
    </message>
    <message>
        <source>这条检查的说明</source>
        <translation>About this check</translation>
    </message>
    <message>
        <source>这条检查查什么、依据是什么、怎样与单位核对</source>
        <translation>What this check looks for, why, and how to settle it with the unit</translation>
    </message>
    <message>
        <source>并排比较…</source>
        <translation>Compare side by side…</translation>
    </message>
    <message>
        <source>把跨年报问题说到的两处原文并排显示</source>
        <translation>Show both passages of a finding between reports beside each other</translation>
    </message>
    <message>
        <source>快捷键一览</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>关于鉴报</source>
        <translation>About Jianbao</translation>
    </message>
</context>
<context>
    <name>AttachmentBar</name>
    <message>
        <source>表格取自附表“{0}”，与正文并为一份审核。</source>
        <translation>The tables come from the attachment “{0}”; both are reviewed as one report.</translation>
    </message>
    <message>
        <source>这份报告的表格在附表“{0}”里，可以并为一份审核。</source>
        <translation>The tables of this report are in the attachment “{0}”; the two can be reviewed as one.</translation>
    </message>
    <message>
        <source>这是附表，正文在“{0}”里，可以并为一份审核。</source>
        <translation>This is an attachment; its report is “{0}”. The two can be reviewed as one.</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>知道了</source>
        <translation>Got it</translation>
    </message>
</context>
<context>
    <name>CellBar</name>
    <message>
        <source>更正的理由</source>
        <translation>Reason for the correction</translation>
    </message>
    <message>
        <source>点一个格看详情，按 Enter 更正</source>
        <translation>Click a cell for details, press Enter to correct it</translation>
    </message>
    <message>
        <source>空白</source>
        <translation>Blank</translation>
    </message>
    <message>
        <source>报告里没有</source>
        <translation>Not in the report</translation>
    </message>
</context>
<context>
    <name>ChecksPage</name>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>结构</source>
        <translation>Structure</translation>
    </message>
    <message>
        <source>数值</source>
        <translation>Values</translation>
    </message>
    <message>
        <source>勾稽</source>
        <translation>Arithmetic</translation>
    </message>
    <message>
        <source>文表一致</source>
        <translation>Text against tables</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Names</translation>
    </message>
    <message>
        <source>隐私与文字</source>
        <translation>Privacy and wording</translation>
    </message>
    <message>
        <source>跨年报</source>
        <translation>Across reports</translation>
    </message>
    <message>
        <source>按编号或名称查找</source>
        <translation>Find by code or name</translation>
    </message>
    <message>
        <source>检查项目</source>
        <translation>Checks</translation>
    </message>
    <message>
        <source>检查</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>查什么</source>
        <translation>What it looks for</translation>
    </message>
    <message>
        <source>级别</source>
        <translation>Severity</translation>
    </message>
    <message>
        <source>{0} 的级别</source>
        <translation>Severity of {0}</translation>
    </message>
    <message>
        <source>{0}（默认）</source>
        <translation>{0} (default)</translation>
    </message>
    <message>
        <source>共 {0} 项检查，停用 {1} 项；停用的检查会写进导出工作簿的说明页。</source>
        <translation>{0} checks, {1} switched off; the workbook&apos;s notes say which.</translation>
    </message>
    <message>
        <source>共 {0} 项检查，全部启用。</source>
        <translation>{0} checks, all on.</translation>
    </message>
</context>
<context>
    <name>Choosing</name>
    <message>
        <source>打开文件夹</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <source>打开文件</source>
        <translation>Open files</translation>
    </message>
    <message>
        <source>可以读取的文件 ({0});;所有文件 (*)</source>
        <translation>Files that can be read ({0});;All files (*)</translation>
    </message>
</context>
<context>
    <name>CommandBar</name>
    <message>
        <source>工具栏</source>
        <translation>Toolbar</translation>
    </message>
    <message>
        <source>更多命令</source>
        <translation>More commands</translation>
    </message>
</context>
<context>
    <name>EncodingMenu</name>
    <message>
        <source>按其他编码重新打开</source>
        <translation>Open again in another encoding</translation>
    </message>
    <message>
        <source>自动判断</source>
        <translation>Detect Automatically</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>导出 Excel</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Excel 工作簿 (*.xlsx)</source>
        <translation>Excel workbook (*.xlsx)</translation>
    </message>
    <message>
        <source>导出审核记录</source>
        <translation>Export the review log</translation>
    </message>
    <message>
        <source>JSON 文件 (*.json)</source>
        <translation>JSON files (*.json)</translation>
    </message>
    <message>
        <source>正在导出 {0}……</source>
        <translation>Exporting {0}…</translation>
    </message>
    <message>
        <source>年报</source>
        <translation>Annual reports</translation>
    </message>
    <message>
        <source>{0}核查结果{1}.xlsx</source>
        <translation>{0} review {1}.xlsx</translation>
    </message>
    <message>
        <source>已导出：{0}</source>
        <translation>Exported: {0}</translation>
    </message>
    <message>
        <source>导出</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>没有写成：{0}</source>
        <translation>Not written: {0}</translation>
    </message>
    <message>
        <source>{0}
如果它正在别的程序里打开，请先关闭，或者换一个文件名。</source>
        <translation>{0}
If it is open in another program, close it first, or choose another name.</translation>
    </message>
    <message>
        <source>换一个文件名…</source>
        <translation>Choose another name…</translation>
    </message>
</context>
<context>
    <name>FailureHook</name>
    <message>
        <source>程序出错</source>
        <translation>Program error</translation>
    </message>
    <message>
        <source>程序内部出了错，但已经做过的更正和结论都保存着。</source>
        <translation>Something went wrong inside the program. Corrections and verdicts made so far are safe.</translation>
    </message>
    <message>
        <source>可以继续使用。请把“详细信息”里的文字复制给软件提供方；里面没有年报的内容。</source>
        <translation>You can go on. Please send the text under “Show Details” to your supplier; it holds nothing of the reports.</translation>
    </message>
</context>
<context>
    <name>FigureDelegate</name>
    <message>
        <source>更正后的数</source>
        <translation>Corrected figure</translation>
    </message>
    <message>
        <source>空</source>
        <translation>∅</translation>
    </message>
    <message>
        <source>缺表</source>
        <translation>No table</translation>
    </message>
    <message>
        <source>粘连</source>
        <translation>Run together</translation>
    </message>
    <message>
        <source>缺行</source>
        <translation>No row</translation>
    </message>
    <message>
        <source>缺格</source>
        <translation>No cell</translation>
    </message>
    <message>
        <source>未读</source>
        <translation>unread</translation>
    </message>
</context>
<context>
    <name>FigureModel</name>
    <message>
        <source>空白</source>
        <translation>Blank</translation>
    </message>
    <message>
        <source>原文 {0}，更正为 {1}</source>
        <translation>Was {0}, corrected to {1}</translation>
    </message>
    <message>
        <source>理由：{0}</source>
        <translation>Reason: {0}</translation>
    </message>
    <message>
        <source>空白（不等于 0）</source>
        <translation>Blank (which is not 0)</translation>
    </message>
    <message>
        <source>原文划去了“{0}”，没有留下数</source>
        <translation>“{0}” is struck out in the original; no figure is left</translation>
    </message>
    <message>
        <source>原文划去了“{0}”，只算“{1}”</source>
        <translation>“{0}” is struck out in the original; only “{1}” counts</translation>
    </message>
    <message>
        <source>原文在这里没有读全，不作判断；请对照原件，按 Enter 把数补录进来</source>
        <translation>Not read completely here: not judged. Compare the original and press Enter to type the figure in</translation>
    </message>
    <message>
        <source>待核：识别没有把握，请对照原件</source>
        <translation>To be compared with the original: not surely recognised</translation>
    </message>
    <message>
        <source>建议改为 {0}</source>
        <translation>Suggested: {0}</translation>
    </message>
    <message>
        <source>有建议改动这一格</source>
        <translation>A suggestion changes this cell</translation>
    </message>
    <message>
        <source>与第一份正文不同</source>
        <translation>Differs from the first copy</translation>
    </message>
    <message>
        <source>报告里写作：{0}</source>
        <translation>The report says: {0}</translation>
    </message>
    <message>
        <source>报告里没有这张表</source>
        <translation>The report does not have this table</translation>
    </message>
    <message>
        <source>原文的数字连在一起，无法分开，不作猜测</source>
        <translation>The figures have run together; nothing is guessed</translation>
    </message>
    <message>
        <source>报告里没有这一行</source>
        <translation>The report does not have this row</translation>
    </message>
    <message>
        <source>报告里没有这一格</source>
        <translation>The report does not have this cell</translation>
    </message>
    <message>
        <source>这里没有读出，不作判断，不算缺报；请对照原件，按 Enter 把数补录进来</source>
        <translation>Not read here: not judged and not counted as missing. Compare the original and press Enter to type the figure in</translation>
    </message>
    <message>
        <source>原文 {0}</source>
        <translation>Original {0}</translation>
    </message>
</context>
<context>
    <name>FileBar</name>
    <message>
        <source>第 {0} 页，共 {1} 页</source>
        <translation>Page {0} of {1}</translation>
    </message>
    <message>
        <source>页面</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>按读出的文字和表格线画出的页面；图片和印章没有画出，请以原件为准</source>
        <translation>Pages drawn from the words and lines that were read; pictures and seals are left out, so trust the original</translation>
    </message>
    <message>
        <source>原件</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>按原样显示页面</source>
        <translation>Show the pages as they are</translation>
    </message>
    <message>
        <source>文字</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>显示读出的文字与表格</source>
        <translation>Show the text and tables that were read</translation>
    </message>
    <message>
        <source>缩小</source>
        <translation>Zoom out</translation>
    </message>
    <message>
        <source>放大（Ctrl+滚轮）</source>
        <translation>Zoom in (Ctrl+wheel)</translation>
    </message>
    <message>
        <source>适合宽度</source>
        <translation>Fit width</translation>
    </message>
    <message>
        <source>繁体</source>
        <translation>Traditional</translation>
    </message>
    <message>
        <source>简体</source>
        <translation>Simplified</translation>
    </message>
    <message>
        <source>编码未定</source>
        <translation>Encoding?</translation>
    </message>
    <message>
        <source>文字编码：{0}。显示乱码时可换一种编码重新打开</source>
        <translation>Encoding: {0}. If the text is garbled, open it again in another one</translation>
    </message>
    <message>
        <source>按其他编码重新打开</source>
        <translation>Open again in another encoding</translation>
    </message>
    <message>
        <source>共 {0} 页</source>
        <translation>{0} pages</translation>
    </message>
</context>
<context>
    <name>FindingList</name>
    <message>
        <source>显示误报</source>
        <translation>Show dismissed</translation>
    </message>
    <message>
        <source>问题清单</source>
        <translation>Findings</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>备注：与单位核对的结果、依据……（随“属实”或“误报”一并记下）</source>
        <translation>Note: what the unit said, on what basis… (kept with the verdict)</translation>
    </message>
    <message>
        <source>&lt;b&gt;问题&lt;/b&gt;</source>
        <translation>&lt;b&gt;Findings&lt;/b&gt;</translation>
    </message>
    <message>
        <source>问题都被筛掉了：点上面的“错误”“疑点”“提示”可以重新显示</source>
        <translation>All findings are filtered out: click Errors, Doubts or Notes above to see them again</translation>
    </message>
    <message>
        <source>没有可核对的内容：这不等于没有问题</source>
        <translation>There is nothing to check here, which does not mean that nothing is wrong</translation>
    </message>
    <message>
        <source>没有发现问题</source>
        <translation>Nothing found</translation>
    </message>
</context>
<context>
    <name>FindingModel</name>
    <message>
        <source>级别</source>
        <translation>Severity</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>问题</source>
        <translation>Finding</translation>
    </message>
    <message>
        <source>结论</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>错误</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>疑点</source>
        <translation>Doubt</translation>
    </message>
    <message>
        <source>提示</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>属实</source>
        <translation>Confirm</translation>
    </message>
    <message>
        <source>误报</source>
        <translation>Dismiss</translation>
    </message>
    <message>
        <source>待定</source>
        <translation>Open</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>图例</source>
        <translation>Legend</translation>
    </message>
    <message>
        <source>错误</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>不合规定或勾稽不成立，必须处理</source>
        <translation>Against the rules, or a sum does not hold: must be dealt with</translation>
    </message>
    <message>
        <source>疑点</source>
        <translation>Doubt</translation>
    </message>
    <message>
        <source>看起来不对，需要人来判断</source>
        <translation>Looks wrong: a person has to judge</translation>
    </message>
    <message>
        <source>提示</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>只是告知，通常不必处理</source>
        <translation>For information only</translation>
    </message>
    <message>
        <source>已更正</source>
        <translation>Corrected</translation>
    </message>
    <message>
        <source>上面是原文，下面是更正</source>
        <translation>The original above, the correction below</translation>
    </message>
    <message>
        <source>建议改动</source>
        <translation>Suggested</translation>
    </message>
    <message>
        <source>改动这一格可使勾稽成立；只是建议</source>
        <translation>Changing this cell would settle the sums; only a suggestion</translation>
    </message>
    <message>
        <source>缺行</source>
        <translation>No row</translation>
    </message>
    <message>
        <source>报告里没有这一行、这一格或这张表；空白的格留空，不等于 0</source>
        <translation>The report lacks this row, cell or table; a blank cell stays blank and is not 0</translation>
    </message>
    <message>
        <source>未读</source>
        <translation>Not read</translation>
    </message>
    <message>
        <source>这里没有读出，不作判断，不算缺报；请对照原件，把数补录进来</source>
        <translation>Not read here: not judged and not counted as missing. Compare the original and type the figure in</translation>
    </message>
</context>
<context>
    <name>LimitsPage</name>
    <message>
        <source>省级政府</source>
        <translation>Province</translation>
    </message>
    <message>
        <source>市级政府</source>
        <translation>City</translation>
    </message>
    <message>
        <source>县级政府</source>
        <translation>County</translation>
    </message>
    <message>
        <source>乡镇</source>
        <translation>Township</translation>
    </message>
    <message>
        <source>街道</source>
        <translation>Street office</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>规章、规范性文件（件）</source>
        <translation>Rules and normative documents</translation>
    </message>
    <message>
        <source>行政权力事项（项）</source>
        <translation>Items of administrative power</translation>
    </message>
    <message>
        <source>处理决定（件）</source>
        <translation>Decisions</translation>
    </message>
    <message>
        <source>公开申请（件）</source>
        <translation>Requests</translation>
    </message>
    <message>
        <source>复议、诉讼（件）</source>
        <translation>Reviews and lawsuits</translation>
    </message>
    <message>
        <source>收费（万元）</source>
        <translation>Fees (10,000 yuan)</translation>
    </message>
    <message>
        <source>采购（万元）</source>
        <translation>Procurement (10,000 yuan)</translation>
    </message>
    <message>
        <source>公布期限（次年）</source>
        <translation>Publish by (next year)</translation>
    </message>
    <message>
        <source>M月d日</source>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>没有勾选的层级不查公布期限；
乡镇、街道的期限由县里定。</source>
        <translation>No deadline is checked where the box is empty;
counties set those of townships and streets.</translation>
    </message>
    <message>
        <source>跨年报比较</source>
        <translation>Across reports</translation>
    </message>
    <message>
        <source>与上年相差几倍以上算异常</source>
        <translation>A leap is more than so many times</translation>
    </message>
    <message>
        <source>数量达到多少才比较</source>
        <translation>Compared from this number on</translation>
    </message>
    <message>
        <source>与别的单位雷同到多少算照抄</source>
        <translation>Copied from another unit from</translation>
    </message>
    <message>
        <source>第五部分与上年雷同到多少算照搬</source>
        <translation>Section five repeated from</translation>
    </message>
    <message>
        <source>全文与上年雷同到多少算照搬</source>
        <translation>Whole text repeated from</translation>
    </message>
    <message>
        <source>数量上限（超过即提示核对）</source>
        <translation>Ceilings (above, you are asked to check)</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>鉴报</source>
        <translation>Jianbao</translation>
    </message>
    <message>
        <source>最近打开</source>
        <translation>Recent</translation>
    </message>
    <message>
        <source>找不到：{0}</source>
        <translation>Not found: {0}</translation>
    </message>
    <message>
        <source>{0} — 鉴报</source>
        <translation>{0} — Jianbao</translation>
    </message>
    <message>
        <source>文件(&amp;F)</source>
        <translation>&amp;File</translation>
    </message>
    <message>
        <source>编辑(&amp;E)</source>
        <translation>&amp;Edit</translation>
    </message>
    <message>
        <source>审核(&amp;R)</source>
        <translation>&amp;Review</translation>
    </message>
    <message>
        <source>帮助(&amp;H)</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>重做</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>后面没有了</source>
        <translation>Nothing further</translation>
    </message>
    <message>
        <source>前面没有了</source>
        <translation>Nothing before</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>这里显示原文</source>
        <translation>The original is shown here</translation>
    </message>
    <message>
        <source>打开文件夹后，从左侧选择一份年报。</source>
        <translation>Open a folder, then choose a report on the left.</translation>
    </message>
    <message>
        <source>这个文件没有读成</source>
        <translation>This file could not be read</translation>
    </message>
    <message>
        <source>原因不明。</source>
        <translation>The reason is not known.</translation>
    </message>
    <message>
        <source>仍要读取</source>
        <translation>Read It Anyway</translation>
    </message>
    <message>
        <source>正在读取…</source>
        <translation>Reading…</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>全文中问题的位置</source>
        <translation>Places of findings in the whole text</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>原件页面</source>
        <translation>Pages of the original</translation>
    </message>
</context>
<context>
    <name>PassagesDialog</name>
    <message>
        <source>并排比较</source>
        <translation>Side by side</translation>
    </message>
    <message>
        <source>上一段</source>
        <translation>Previous passage</translation>
    </message>
    <message>
        <source>下一段</source>
        <translation>Next passage</translation>
    </message>
    <message>
        <source>第 {0} 段，共 {1} 段</source>
        <translation>Passage {0} of {1}</translation>
    </message>
</context>
<context>
    <name>Redrawn</name>
    <message>
        <source>这一页没有读出，请对照原件</source>
        <translation>This page was not read; compare the original</translation>
    </message>
</context>
<context>
    <name>ReportList</name>
    <message>
        <source>筛选年报</source>
        <translation>Filter reports</translation>
    </message>
    <message>
        <source>筛选单位、年度、文件名</source>
        <translation>Filter by unit, year, file</translation>
    </message>
    <message>
        <source>按状态筛选</source>
        <translation>Filter by state</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>有错误</source>
        <translation>With errors</translation>
    </message>
    <message>
        <source>未审完</source>
        <translation>Not done</translation>
    </message>
    <message>
        <source>已审</source>
        <translation>Reviewed</translation>
    </message>
    <message>
        <source>异常文件</source>
        <translation>Problem files</translation>
    </message>
    <message>
        <source>异常文件 {0}</source>
        <translation>{0} problem files</translation>
    </message>
    <message>
        <source>仍要读取</source>
        <translation>Read It Anyway</translation>
    </message>
    <message>
        <source>年报列表</source>
        <translation>Reports</translation>
    </message>
    <message>
        <source>共 {0} 份</source>
        <translation>{0} reports</translation>
    </message>
    <message>
        <source>显示 {0}</source>
        <translation>{0} shown</translation>
    </message>
    <message>
        <source>有错 {0}</source>
        <translation>{0} with errors</translation>
    </message>
    <message>
        <source>已审 {0}</source>
        <translation>{0} reviewed</translation>
    </message>
</context>
<context>
    <name>ReportModel</name>
    <message>
        <source>未审</source>
        <translation>Not begun</translation>
    </message>
    <message>
        <source>读不出</source>
        <translation>Unreadable</translation>
    </message>
    <message>
        <source>审核中</source>
        <translation>Under way</translation>
    </message>
    <message>
        <source>已审</source>
        <translation>Reviewed</translation>
    </message>
    <message>
        <source>审核状态</source>
        <translation>State of review</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>单位与文件</source>
        <translation>Unit and file</translation>
    </message>
    <message>
        <source>年度</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>报告年度</source>
        <translation>Reporting year</translation>
    </message>
    <message>
        <source>错误</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>错误数（已排除的不算）</source>
        <translation>Errors (without dismissed ones)</translation>
    </message>
    <message>
        <source>疑点</source>
        <translation>Doubt</translation>
    </message>
    <message>
        <source>警告数（已排除的不算）</source>
        <translation>Doubts (without dismissed ones)</translation>
    </message>
    <message>
        <source>未认出单位</source>
        <translation>Unit not recognised</translation>
    </message>
    <message>
        <source>没有认出年报</source>
        <translation>No report recognised</translation>
    </message>
    <message>
        <source>{0} 个错误</source>
        <translation>{0} errors</translation>
    </message>
    <message>
        <source>{0} 个疑点</source>
        <translation>{0} doubts</translation>
    </message>
</context>
<context>
    <name>ReviewArea</name>
    <message>
        <source>本份问题</source>
        <translation>This report</translation>
    </message>
    <message>
        <source>“{0}”不是数字，没有更正</source>
        <translation>“{0}” is not a number; nothing was corrected</translation>
    </message>
</context>
<context>
    <name>RuleHelp</name>
    <message>
        <source>检查说明</source>
        <translation>The checks explained</translation>
    </message>
    <message>
        <source>按编号、名称或依据查找</source>
        <translation>Find by code, name or basis</translation>
    </message>
    <message>
        <source>全部检查</source>
        <translation>All checks</translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>没有找到</source>
        <translation>Not found</translation>
    </message>
    <message>
        <source>第 {at} 处，共 {total} 处</source>
        <translation>{at} of {total}</translation>
    </message>
    <message>
        <source>在原文中查找</source>
        <translation>Find in the original</translation>
    </message>
    <message>
        <source>上一处（Shift+Enter）</source>
        <translation>Previous (Shift+Enter)</translation>
    </message>
    <message>
        <source>下一处（Enter）</source>
        <translation>Next (Enter)</translation>
    </message>
    <message>
        <source>关闭查找（Esc）</source>
        <translation>Close (Esc)</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>核查方案</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>打开…</source>
        <translation>Open…</translation>
    </message>
    <message>
        <source>另存为…</source>
        <translation>Save as…</translation>
    </message>
    <message>
        <source>恢复默认</source>
        <translation>Defaults</translation>
    </message>
    <message>
        <source>检查项目</source>
        <translation>Checks</translation>
    </message>
    <message>
        <source>期限与阈值</source>
        <translation>Limits</translation>
    </message>
    <message>
        <source>词表与隶属关系</source>
        <translation>Words and roster</translation>
    </message>
    <message>
        <source>窗口</source>
        <translation>Window</translation>
    </message>
    <message>
        <source>打开核查方案</source>
        <translation>Open a profile</translation>
    </message>
    <message>
        <source>核查方案 (*.toml)</source>
        <translation>Profile (*.toml)</translation>
    </message>
    <message>
        <source>另存核查方案</source>
        <translation>Save the profile</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>快捷键一览</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>命令</source>
        <translation>Commands</translation>
    </message>
    <message>
        <source>在各个窗格里</source>
        <translation>Inside the panes</translation>
    </message>
    <message>
        <source>表格：更正选中的格</source>
        <translation>Table: correct the chosen cell</translation>
    </message>
    <message>
        <source>表格：直接输入数字即开始更正</source>
        <translation>Table: type a number to correct</translation>
    </message>
    <message>
        <source>问题：属实、误报、撤回结论</source>
        <translation>Finding: confirm, dismiss, withdraw</translation>
    </message>
    <message>
        <source>问题：上一条、下一条建议</source>
        <translation>Finding: previous, next suggestion</translation>
    </message>
    <message>
        <source>原文：查找</source>
        <translation>Original: find</translation>
    </message>
    <message>
        <source>原文：查找的下一处、上一处</source>
        <translation>Original: next, previous hit</translation>
    </message>
    <message>
        <source>原文：选中光标处的问题</source>
        <translation>Original: choose the finding at the cursor</translation>
    </message>
    <message>
        <source>原件页面：放大、缩小</source>
        <translation>Pages: zoom</translation>
    </message>
    <message>
        <source>Ctrl+滚轮</source>
        <translation>Ctrl+wheel</translation>
    </message>
</context>
<context>
    <name>SourceMarks</name>
    <message>
        <source>原文中已划去的字，不计入数据</source>
        <translation>Struck out in the original: not counted</translation>
    </message>
</context>
<context>
    <name>SourcePane</name>
    <message>
        <source>待核：识别没有把握，请对照原件</source>
        <translation>To be compared with the original: not surely recognised</translation>
    </message>
    <message>
        <source>已更正</source>
        <translation>Corrected</translation>
    </message>
    <message>
        <source>原文</source>
        <translation>Original</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>读取进度</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>打开刚导出的工作簿</source>
        <translation>Open the workbook just exported</translation>
    </message>
    <message>
        <source>%v / %m&#x3000;{0}</source>
        <translation>%v / %m  {0}</translation>
    </message>
    <message>
        <source>正在查找文件…</source>
        <translation>Looking for files…</translation>
    </message>
    <message>
        <source>已停止读取：已读入 {0} 份，可以照常审核</source>
        <translation>Stopped: {0} read, ready to review</translation>
    </message>
    <message>
        <source>读入 {0} 份</source>
        <translation>{0} read</translation>
    </message>
    <message>
        <source>这里没有找到可以读的文件</source>
        <translation>Nothing here that can be read</translation>
    </message>
    <message>
        <source>只读：不能更正</source>
        <translation>Read only: no corrections</translation>
    </message>
    <message>
        <source>注意：关闭后记录不会保留</source>
        <translation>Mind: nothing is kept after closing</translation>
    </message>
    <message>
        <source>每一步都已自动保存</source>
        <translation>Every step is saved</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>更正 {0}</source>
        <translation>correct {0}</translation>
    </message>
    <message>
        <source>采纳建议</source>
        <translation>Apply suggestion</translation>
    </message>
    <message>
        <source>恢复 {0}</source>
        <translation>restore {0}</translation>
    </message>
    <message>
        <source>属实</source>
        <translation>Confirm</translation>
    </message>
    <message>
        <source>误报</source>
        <translation>Dismiss</translation>
    </message>
    <message>
        <source>撤回结论</source>
        <translation>Withdraw verdict</translation>
    </message>
    <message>
        <source>标记为已审</source>
        <translation>Mark as reviewed</translation>
    </message>
    <message>
        <source>取消已审</source>
        <translation>not reviewed</translation>
    </message>
    <message>
        <source>并入附表</source>
        <translation>join attachment</translation>
    </message>
    <message>
        <source>拆出附表</source>
        <translation>split attachment</translation>
    </message>
</context>
<context>
    <name>StruckLegend</name>
    <message>
        <source>划去</source>
        <translation>struck</translation>
    </message>
</context>
<context>
    <name>SuggestionBar</name>
    <message>
        <source>建议</source>
        <translation>Suggestion</translation>
    </message>
    <message>
        <source>建议 {0}/{1}</source>
        <translation>Suggestion {0}/{1}</translation>
    </message>
    <message>
        <source>（时间所限，未证明改动最少）</source>
        <translation> (out of time: not proven to be the fewest changes)</translation>
    </message>
</context>
<context>
    <name>TablePane</name>
    <message>
        <source>正文的份次</source>
        <translation>Copy of the body</translation>
    </message>
    <message>
        <source>{0} 个错误</source>
        <translation>{0} errors</translation>
    </message>
    <message>
        <source>{0} 个疑点</source>
        <translation>{0} doubts</translation>
    </message>
    <message>
        <source>在左边选一份年报</source>
        <translation>Choose a report on the left</translation>
    </message>
    <message>
        <source>这份文件读不了：
{0}</source>
        <translation>This file cannot be read:
{0}</translation>
    </message>
    <message>
        <source>没有读到年报的三张表：文件有没读出的部分，表可能就在那里。
不算单位缺报。怎样处理，见下面的问题。</source>
        <translation>None of the three tables was read: they may stand in a part of the file that could not be read.
This is not held against the unit. The findings below say what to do.</translation>
    </message>
    <message>
        <source>这份文件里没有认出年报的三张表。
左边是它的原文。</source>
        <translation>None of the three tables was recognised in this file.
Its text is on the left.</translation>
    </message>
    <message>
        <source>第 {0} 份正文</source>
        <translation>Copy {0}</translation>
    </message>
    <message>
        <source>{0}（只读）</source>
        <translation>{0} (read only)</translation>
    </message>
</context>
<context>
    <name>TextView</name>
    <message>
        <source>报告原文</source>
        <translation>Text of the report</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>核对政府信息公开工作年度报告</source>
        <translation>Review annual reports on open government information</translation>
    </message>
    <message>
        <source>把存放年报的文件夹或者文件拖到这里，或者点下面的按钮。
原件只读，不会被改动。下面这些格式都可以，混放在一起也可以：</source>
        <translation>Drop a folder of reports or the files here, or press the button below.
Originals are never changed. These formats can be read, also side by side:</translation>
    </message>
    <message>
        <source>文字处理</source>
        <translation>Word processing</translation>
    </message>
    <message>
        <source>版式文件</source>
        <translation>Fixed pages</translation>
    </message>
    <message>
        <source>网页</source>
        <translation>Web pages</translation>
    </message>
    <message>
        <source>电子表格</source>
        <translation>Spreadsheets</translation>
    </message>
    <message>
        <source>文本</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>扫描件</source>
        <translation>Scans</translation>
    </message>
    <message>
        <source>压缩包</source>
        <translation>Archives</translation>
    </message>
    <message>
        <source>：</source>
        <translation>: </translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>最近打开的文件夹</source>
        <translation>Recent folders</translation>
    </message>
</context>
<context>
    <name>WindowPage</name>
    <message>
        <source>跟随系统</source>
        <translation>As the system</translation>
    </message>
    <message>
        <source>浅色</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>深色</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>默认</source>
        <translation>Default</translation>
    </message>
    <message>
        <source> 磅</source>
        <translation> pt</translation>
    </message>
    <message>
        <source>留空时用系统的登录名</source>
        <translation>Empty: the name you are logged in by</translation>
    </message>
    <message>
        <source>审核人（记入更正与结论）</source>
        <translation>Reviewer (signs corrections and verdicts)</translation>
    </message>
    <message>
        <source>颜色</source>
        <translation>Colours</translation>
    </message>
    <message>
        <source>字号</source>
        <translation>Font size</translation>
    </message>
    <message>
        <source>语言 / Language</source>
        <translation>Language / 语言</translation>
    </message>
    <message>
        <source>换了语言，下次启动时生效。</source>
        <translation>Another language takes effect at the next start.</translation>
    </message>
</context>
<context>
    <name>WordsPage</name>
    <message>
        <source>每行一个，例如：
政府政府</source>
        <translation>One a line, such as:
政府政府</translation>
    </message>
    <message>
        <source>每行一对，例如：
公开条列=公开条例</source>
        <translation>One pair a line, such as:
公开条列=公开条例</translation>
    </message>
    <message>
        <source>没有名册时，不作上下级之间的核对</source>
        <translation>Without a roster, superiors and subordinates are not compared</translation>
    </message>
    <message>
        <source>浏览…</source>
        <translation>Browse…</translation>
    </message>
    <message>
        <source>另查这些重复词语（P201）</source>
        <translation>More doubled words to look for (P201)</translation>
    </message>
    <message>
        <source>另查这些错误写法（P202），写作“错误=正确”</source>
        <translation>More misspellings to look for (P202), as wrong=right</translation>
    </message>
    <message>
        <source>单位隶属关系名册（X301）：表格或文本，一行一个单位及其上级</source>
        <translation>Roster of units (X301): a sheet or text, a unit and its superior a line</translation>
    </message>
    <message>
        <source>“{0}”应写作“错误写法=正确写法”。</source>
        <translation>Write “{0}” as wrong=right.</translation>
    </message>
    <message>
        <source>名册 ({0});;所有文件 (*)</source>
        <translation>Rosters ({0});;All files (*)</translation>
    </message>
    <message>
        <source>单位隶属关系名册</source>
        <translation>Roster of units</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>打不开：{0}</source>
        <translation>Cannot open: {0}</translation>
    </message>
    <message>
        <source>读取中断：{0}</source>
        <translation>Reading broke off: {0}</translation>
    </message>
    <message>
        <source>跨年报核对中断：{0}</source>
        <translation>Comparing reports broke off: {0}</translation>
    </message>
</context>
<context>
    <name>window</name>
    <message>
        <source>检查方案读不了，改用默认方案：{0}</source>
        <translation>The profile cannot be read, the default one is used: {0}</translation>
    </message>
</context>
</TS>
